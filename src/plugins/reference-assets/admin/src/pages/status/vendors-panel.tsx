import { Button, Flex, Typography } from '@strapi/design-system';
import { useResumeVendorMutation } from '../../api/status';
import { Facts, type Fact } from '../../components/facts';
import { Section } from '../../components/section';
import { StateBadge } from '../../components/state-badge';
import { useFeedback } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { SystemStatus } from '../../../../shared/contracts/status';

type Vendor = SystemStatus['providers'][number];

const VendorState = ({ vendor }: { vendor: Vendor }) => {
  const { provider, waiting, unknown, paused, notice } = vendor;
  const t = useText();
  const { moment } = useUnits();
  const tell = useFeedback();
  const may = usePermission();
  const [resume, { isLoading }] = useResumeVendorMutation();
  return (
    <Flex direction="column" alignItems="start" gap={2}>
      <Flex gap={3} wrap="wrap">
        <StateBadge tone={paused ? 'danger' : 'success'}>
          {t(paused ? 'vendor.paused' : 'vendor.open')}
        </StateBadge>
        <Typography>{t('vendor.waiting', { count: waiting })}</Typography>
        {unknown > 0 ? <Typography>{t('vendor.unknown', { count: unknown })}</Typography> : null}
      </Flex>
      {paused ? (
        <Typography>
          {t('vendor.why', { why: paused.message, until: moment(paused.until) })}
        </Typography>
      ) : null}
      {paused && may('manageMoney') ? (
        <Button
          variant="secondary"
          size="S"
          loading={isLoading}
          onClick={() => void tell(resume(provider))}
        >
          {t('vendor.resume')}
        </Button>
      ) : null}
      {notice ? <Typography>{notice}</Typography> : null}
    </Flex>
  );
};

/** Vendors with a key: whether they take orders, what is under way, and what an operator should see to. */
export const VendorsPanel = ({ providers }: Pick<SystemStatus, 'providers'>) => {
  const t = useText();
  if (providers.length === 0) return null;
  const facts = providers.map((vendor): Fact => [
    vendor.provider,
    <VendorState key={vendor.provider} vendor={vendor} />,
  ]);
  return (
    <Section look="boxed" title={t('vendor.title')}>
      <Facts facts={facts} />
    </Section>
  );
};
