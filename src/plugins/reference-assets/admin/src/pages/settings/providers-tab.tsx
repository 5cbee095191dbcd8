import { Button, Flex, Typography } from '@strapi/design-system';
import { useGetInstallationQuery, useTestProviderMutation } from '../../api/settings';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { StateBadge } from '../../components/state-badge';
import { Waiting } from '../../components/waiting';
import { useErrorText, useFeedback } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Installation, ProviderTest } from '../../../../shared/contracts/installation';
import { usePrice } from './use-price';

const titles = { openai: 'OpenAI', replicate: 'Replicate', google: 'Google' } as const;

const Finding = ({ found }: { found: ProviderTest }) => {
  const t = useText();
  const { seconds } = useUnits();
  const price = usePrice();
  const missing = found.models.filter(({ isThere }) => !isThere).map(({ name }) => name);
  if (!found.ok) return <Notice tone="danger">{found.message}</Notice>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Notice tone={missing.length > 0 ? 'warning' : 'success'}>
        {[
          found.account
            ? t('settings.test.account', { name: found.account })
            : t('settings.test.ok'),
          t('settings.test.models', {
            done: found.models.length - missing.length,
            total: found.models.length,
          }),
          missing.length > 0 ? t('settings.test.missing', { name: missing.join(', ') }) : '',
          t('settings.test.took', { length: seconds(found.tookMs / 1000) }),
        ]
          .filter(Boolean)
          .join(' ')}
      </Notice>
      <Typography variant="sigma" textColor="neutral600">
        {t('settings.test.prices')}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {found.prices.map((tag) => (
          <Typography tag="li" key={tag.model} textColor="neutral800">
            {tag.model}: {price(tag)}
          </Typography>
        ))}
      </Flex>
    </Flex>
  );
};

const Provider = ({ name, isConfigured }: Installation['providers'][number]) => {
  const t = useText();
  const report = useFeedback();
  const [test, { data, isLoading }] = useTestProviderMutation();
  return (
    <Section
      look="boxed"
      title={titles[name]}
      action={
        <Flex gap={3}>
          <StateBadge tone={isConfigured ? 'success' : 'neutral'}>
            {t(isConfigured ? 'settings.provider.ready' : 'settings.provider.off')}
          </StateBadge>
          {isConfigured ? (
            <Button
              size="S"
              variant="secondary"
              loading={isLoading}
              aria-label={t('settings.test.of', { name: titles[name] })}
              onClick={() => report(test(name))}
            >
              {t('settings.test')}
            </Button>
          ) : null}
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{t(`settings.provider.${name}`)}</Typography>
        {data ? <Finding found={data} /> : null}
      </Flex>
    </Section>
  );
};

/** Who this installation can buy from; a test makes nothing and costs nothing. */
export const ProvidersTab = () => {
  const t = useText();
  const errorText = useErrorText();
  const { data, error } = useGetInstallationQuery();
  if (error) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Notice>{t('settings.provider.keys')}</Notice>
      {data.providers.map((one) => (
        <Provider key={one.name} {...one} />
      ))}
    </Flex>
  );
};
