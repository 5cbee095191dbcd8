import { Button, Flex, Typography } from '@strapi/design-system';
import { useHandBackFieldMutation } from '../../../api/assets';
import { Section } from '../../../components/section';
import { useFeedback } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText, type Translate } from '../../../hooks/use-text';
import type { Asset, AssetEdit, Origin } from '../../../../../shared/contracts/assets';
import { fieldNames } from './field-names';

type Field = keyof AssetEdit;

const sayOrigin = (t: Translate, { by, model, version }: Origin): string =>
  by === 'model'
    ? t('origin.model', { model: model ?? '', version: version ?? '' })
    : t(`origin.${by}`);

const HandBack = ({ asset, field, name }: { asset: Asset; field: Field; name: string }) => {
  const t = useText();
  const report = useFeedback();
  const [handBack, { isLoading }] = useHandBackFieldMutation();
  return (
    <Button
      size="S"
      variant="tertiary"
      loading={isLoading}
      aria-label={t('origin.handBack.of', { name })}
      onClick={() => report(handBack({ id: asset.documentId, field }), t('origin.handedBack'))}
    >
      {t('origin.handBack')}
    </Button>
  );
};

/** Where each field comes from; what a person set can be given back to the analysis. */
export const AssetOrigins = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const mayEdit = usePermission()('editAssets');
  const known = [...fieldNames].filter(([field]) => asset.origins[field]);
  if (known.length === 0) return null;
  return (
    <Section title={t('origin.title')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {known.map(([field, id]) => (
          <Flex tag="li" key={field} gap={4} justifyContent="space-between" minHeight="3.2rem">
            <Typography textColor="neutral600">{t(id)}</Typography>
            <Flex gap={3}>
              <Typography textColor="neutral800" textAlign="right">
                {sayOrigin(t, asset.origins[field])}
              </Typography>
              {mayEdit && asset.humanFields.includes(field) ? (
                <HandBack asset={asset} field={field as Field} name={t(id)} />
              ) : null}
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Section>
  );
};
