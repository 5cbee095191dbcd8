import { Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useGetInstallationQuery } from '../../api/settings';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { StateBadge } from '../../components/state-badge';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useSaid } from '../../hooks/use-said';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Installation, TierModel } from '../../../../shared/contracts/installation';
import { usePrice } from './use-price';

const columns = ['use', 'model', 'price', 'since', 'ends'] as const;

const ModelRow = ({ model }: { model: TierModel }) => {
  const t = useText();
  const price = usePrice();
  const { date } = useUnits();
  const cells = [
    t(`settings.model.use.${model.use}`),
    <>
      {model.model}
      <Typography tag="span" display="block" variant="pi" textColor="neutral600">
        {model.provider}
      </Typography>
    </>,
    price(model),
    date(model.at),
    model.retiresAt ? date(model.retiresAt) : '–',
  ];
  return (
    <Tr title={model.source}>
      {cells.map((cell, index) => (
        <Td key={columns[index]}>
          <Typography textColor="neutral800">{cell}</Typography>
        </Td>
      ))}
    </Tr>
  );
};

const Tier = ({ tier }: { tier: Installation['tiers'][number] }) => {
  const t = useText();
  const told = useSaid();
  const said = tier.reason ?? tier.notice;
  return (
    <Section
      look="boxed"
      title={t(`tier.${tier.tier}`)}
      action={
        <StateBadge tone={tier.available ? 'success' : 'neutral'}>
          {t(tier.available ? 'tier.available' : 'tier.unavailable')}
        </StateBadge>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t(`tier.${tier.tier}.detail`)}</Typography>
        {said ? <Notice tone={tier.available ? 'warning' : 'primary'}>{told(said)}</Notice> : null}
        {tier.models.length > 0 ? (
          <Table colCount={columns.length} rowCount={tier.models.length + 1}>
            <Thead>
              <Tr>
                {columns.map((name) => (
                  <Th key={name}>
                    <Typography variant="sigma">{t(`settings.model.${name}`)}</Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {tier.models.map((model) => (
                <ModelRow key={model.use} model={model} />
              ))}
            </Tbody>
          </Table>
        ) : null}
      </Flex>
    </Section>
  );
};

/** What each tier is made with, and what that costs, as the registry says. */
export const ModelsTab = () => {
  const errorText = useErrorText();
  const { data, error } = useGetInstallationQuery();
  if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {data.tiers.map((tier) => (
        <Tier key={tier.tier} tier={tier} />
      ))}
    </Flex>
  );
};
