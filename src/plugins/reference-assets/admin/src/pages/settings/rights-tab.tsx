import { Checkbox, Field, Flex, Link, NumberInput, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useFindAssetsQuery } from '../../api/library';
import { useGetStudioSettingsQuery } from '../../api/settings';
import { CountriesField } from '../../components/countries-field';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { usePermission } from '../../hooks/use-permission';
import { useText } from '../../hooks/use-text';
import { PLUGIN_ID } from '../../plugin-id';
import type { RightsPolicy } from '../../../../shared/contracts/rights';
import { SettingsForm } from './settings-form';

/** How many assets of a kind there are under the rules in force, leading to them. */
const Concerned = ({ rights }: { rights: 'barred' | 'ending' }) => {
  const t = useText();
  const asked = { conditions: { rights }, ranked: false, picture: null, page: 1, pageSize: 1 };
  const { data } = useFindAssetsQuery(asked);
  if (!data) return null;
  const words = t(`rights.${rights}`, { count: data.total });
  return data.total === 0 ? (
    <Typography textColor="neutral600">{words}</Typography>
  ) : (
    <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/library?rights=${rights}`}>
      {words}
    </Link>
  );
};

const mostDays = 365;

const RulesForm = ({ kept }: { kept: RightsPolicy }) => {
  const t = useText();
  const maySee = usePermission()('readAssets');
  return (
    <SettingsForm part="rights" kept={kept}>
      {(rules, set) => (
        <>
          <Section look="boxed" title={t('rights.rules')}>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Typography textColor="neutral600">{t('rights.rules.always')}</Typography>
              <Checkbox
                checked={rules.requireLicence}
                onCheckedChange={(on) => set({ requireLicence: on === true })}
              >
                {t('rights.licence')}
              </Checkbox>
              <Checkbox
                checked={rules.requireConsent}
                onCheckedChange={(on) => set({ requireConsent: on === true })}
              >
                {t('rights.consent')}
              </Checkbox>
              <CountriesField
                label={t('rights.territories')}
                hint={t('rights.territories.hint')}
                codes={rules.territories}
                onChange={(territories) => set({ territories })}
              />
              <Field.Root name="warnDays" hint={t('rights.warn.hint')}>
                <Field.Label>{t('rights.warn')}</Field.Label>
                <NumberInput
                  value={rules.warnDays}
                  step={1}
                  onValueChange={(days) =>
                    set({ warnDays: Math.min(mostDays, Math.max(0, Math.round(days ?? 0))) })
                  }
                />
                <Field.Hint />
              </Field.Root>
              {maySee ? (
                <Flex gap={6} wrap="wrap">
                  <Concerned rights="barred" />
                  <Concerned rights="ending" />
                </Flex>
              ) : null}
            </Flex>
          </Section>
          <Notice>{t('rights.effect')}</Notice>
        </>
      )}
    </SettingsForm>
  );
};

/** What counts as usable: the rules that matching and every paid step ask. */
export const RightsTab = () => {
  const errorText = useErrorText();
  const { data, error } = useGetStudioSettingsQuery();
  if (error && !data) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  return <RulesForm key={JSON.stringify(data.rights)} kept={data.rights} />;
};
