import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useUpdateAssetMutation } from '../../../api/assets';
import { Notice } from '../../../components/notice';
import { Section } from '../../../components/section';
import { StateBadge, type Tone } from '../../../components/state-badge';
import { useFeedback } from '../../../hooks/use-feedback';
import { usePermission } from '../../../hooks/use-permission';
import { useText } from '../../../hooks/use-text';
import type { Asset, LogoVote } from '../../../../../shared/contracts/assets';

const tones: Record<LogoVote['vote'], Tone> = {
  logo: 'success',
  'not-logo': 'neutral',
  unsure: 'warning',
};

const LogoAnswer = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const report = useFeedback();
  const [update, { isLoading }] = useUpdateAssetMutation();
  const answer = (isLogo: boolean) =>
    report(update({ id: asset.documentId, edit: { isLogo } }), t('asset.saved'));
  const variant = asset.logoEvidence?.needsLook ? 'secondary' : 'tertiary';
  return (
    <Flex gap={2} paddingTop={3}>
      <Button size="S" variant={variant} disabled={isLoading} onClick={() => answer(true)}>
        {t('asset.logo.yes')}
      </Button>
      <Button size="S" variant={variant} disabled={isLoading} onClick={() => answer(false)}>
        {t('asset.logo.no')}
      </Button>
    </Flex>
  );
};

/** Why the picture is taken for a logo, or not: each voice with its reason; a person has the last word. */
export const LogoEvidence = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const mayEdit = usePermission()('editAssets');
  const { logoEvidence, isLogo, humanFields } = asset;
  if (!logoEvidence) return null;
  const { evidence } = logoEvidence;
  const becauseOf = humanFields.includes('isLogo')
    ? 'asset.logo.byPerson'
    : evidence.length
      ? 'asset.logo.byEvidence'
      : 'asset.logo.noEvidence';
  return (
    <Section title={t('asset.logo')}>
      <Typography tag="p" textColor="neutral800" paddingBottom={3}>
        {t(isLogo ? 'asset.logo.is' : 'asset.logo.isNot')} {t(becauseOf)}
      </Typography>
      {logoEvidence.needsLook ? (
        <Box paddingBottom={3}>
          <Notice tone="warning" title={t('asset.logo.look')}>
            {t('asset.logo.look.detail')}
          </Notice>
        </Box>
      ) : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {evidence.map(({ source, vote, reason }) => (
          <Flex tag="li" key={source + reason} gap={3} alignItems="flex-start">
            <Box shrink={0}>
              <StateBadge tone={tones[vote]}>{t(`asset.logo.vote.${vote}`)}</StateBadge>
            </Box>
            <Typography textColor="neutral800">{reason}</Typography>
          </Flex>
        ))}
      </Flex>
      {mayEdit ? <LogoAnswer asset={asset} /> : null}
    </Section>
  );
};
