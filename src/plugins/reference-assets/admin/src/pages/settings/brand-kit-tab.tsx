import { Field, Flex, Textarea } from '@strapi/design-system';
import { useGetStudioSettingsQuery } from '../../api/settings';
import { Notice } from '../../components/notice';
import { Section } from '../../components/section';
import { Waiting } from '../../components/waiting';
import { useErrorText } from '../../hooks/use-feedback';
import { useText } from '../../hooks/use-text';
import type { BrandKit } from '../../../../shared/contracts/settings';
import { ColorsField } from './colors-field';
import { LinesField } from './lines-field';
import { LogosField } from './logos-field';
import { SettingsForm } from './settings-form';
import { TypefacesField } from './typefaces-field';

const BrandKitForm = ({ kept }: { kept: BrandKit }) => {
  const t = useText();
  return (
    <SettingsForm part="brandKit" kept={kept}>
      {(kit, set) => (
        <>
          <Section look="boxed" title={t('brand.look')}>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <ColorsField colors={kit.colors} onChange={(colors) => set({ colors })} />
              <LogosField ids={kit.logoIds} onChange={(logoIds) => set({ logoIds })} />
              <TypefacesField
                typefaces={kit.typefaces}
                onChange={(typefaces) => set({ typefaces })}
              />
            </Flex>
          </Section>
          <Section look="boxed" title={t('brand.words')}>
            <Flex direction="column" alignItems="stretch" gap={6}>
              <Field.Root name="tone" hint={t('brand.tone.hint')}>
                <Field.Label>{t('brand.tone')}</Field.Label>
                <Textarea
                  value={kit.tone}
                  maxLength={400}
                  onChange={({ target }) => set({ tone: target.value })}
                />
                <Field.Hint />
              </Field.Root>
              <LinesField
                name="legalLines"
                label={t('brand.legal')}
                hint={t('brand.legal.hint')}
                lines={kit.legalLines}
                onChange={(legalLines) => set({ legalLines })}
              />
            </Flex>
          </Section>
        </>
      )}
    </SettingsForm>
  );
};

/** What a brand always brings along. */
export const BrandKitTab = () => {
  const errorText = useErrorText();
  const { data, error } = useGetStudioSettingsQuery();
  if (error && !data) return <Notice tone="danger">{errorText(error)}</Notice>;
  if (!data) return <Waiting />;
  return <BrandKitForm key={JSON.stringify(data.brandKit)} kept={data.brandKit} />;
};
