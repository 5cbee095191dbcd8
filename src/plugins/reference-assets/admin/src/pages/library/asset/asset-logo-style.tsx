import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useUpdateAssetMutation } from '../../../api/assets';
import { LogoStyleFields } from '../../../components/logo-style-fields';
import { Section } from '../../../components/section';
import { useFeedback } from '../../../hooks/use-feedback';
import { useText } from '../../../hooks/use-text';
import type { Asset } from '../../../../../shared/contracts/assets';
import type { LogoStyle } from '../../../../../shared/contracts/logo';

/** How this logo stands on videos that say nothing else. */
export const AssetLogoStyle = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const report = useFeedback();
  const [update, { isLoading }] = useUpdateAssetMutation();
  const { documentId: id, logoStyle, logoPositionPreference } = asset;
  // A preferred position alone is how it was said first; the style's own goes before it.
  const kept: LogoStyle | null =
    logoPositionPreference && !logoStyle?.position
      ? { ...logoStyle, position: logoPositionPreference }
      : logoStyle;
  const [typed, setTyped] = useState<{ style: LogoStyle | null }>();
  const save = async () => {
    if (!typed) return;
    const edit = {
      logoStyle: typed.style,
      ...(logoPositionPreference && !typed.style?.position && { logoPositionPreference: null }),
    };
    if (await report(update({ id, edit }), t('asset.saved'))) setTyped(undefined);
  };
  return (
    <Section title={t('asset.logoStyle')}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi" textColor="neutral600">
          {t('asset.logoStyle.hint')}
        </Typography>
        <LogoStyleFields
          style={typed ? typed.style : kept}
          onChange={(style) => setTyped({ style })}
        />
        <Flex justifyContent="flex-end">
          <Button size="S" disabled={!typed} loading={isLoading} onClick={save}>
            {t('asset.logoStyle.use')}
          </Button>
        </Flex>
      </Flex>
    </Section>
  );
};
