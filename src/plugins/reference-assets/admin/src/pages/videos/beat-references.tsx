import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { CheckeredImage } from '../../components/checkered-image';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { Beat, Reference } from '../../../../shared/contracts/videos';
import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';
import { SwapDialog } from './swap-dialog';

interface RoleRowProps {
  role: AssetType;
  reference: Reference;
  onSwap?: () => void;
}

const RoleRow = ({ role, reference, onSwap }: RoleRowProps) => {
  const t = useText();
  const { percent } = useUnits();
  const { asset, score, reasons, manual } = reference;
  const why = manual ? t('reference.manual') : t('reference.score', { share: percent(score) });
  return (
    <Flex tag="li" gap={3} alignItems="flex-start">
      <Box width="5.6rem" shrink={0} hasRadius overflow="hidden">
        <CheckeredImage
          media={asset.thumbnail ?? asset.file}
          alt=""
          checkered={asset.hasTransparency ?? false}
        />
      </Box>
      <Box flex="1" minWidth={0}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t(`type.${role}`)} · {why}
        </Typography>
        <Typography tag="p" textColor="neutral800" ellipsis>
          {asset.name}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {reasons.join('; ')}
        </Typography>
      </Box>
      {onSwap ? (
        <Button
          size="S"
          variant="tertiary"
          onClick={onSwap}
          aria-label={t('reference.swap.label', { name: asset.name })}
        >
          {t('reference.swap')}
        </Button>
      ) : null}
    </Flex>
  );
};

interface BeatReferencesProps {
  beat: Beat;
  videoId: string;
  mayChange: boolean;
}

/** What a beat is made of, role by role, with the reasons; each can be swapped. */
export const BeatReferences = ({ beat, videoId, mayChange }: BeatReferencesProps) => {
  const t = useText();
  const [swapping, setSwapping] = useState<AssetType | 'new' | null>(null);
  const used = assetTypes.flatMap((role) => {
    const reference = beat.references[role];
    return reference ? [{ role, reference }] : [];
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {used.length === 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {t('reference.none')}
        </Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {used.map(({ role, reference }) => (
            <RoleRow
              key={role}
              role={role}
              reference={reference}
              onSwap={mayChange ? () => setSwapping(role) : undefined}
            />
          ))}
        </Flex>
      )}
      {mayChange ? (
        <Box>
          <Button size="S" variant="ghost" startIcon={<Plus />} onClick={() => setSwapping('new')}>
            {t('reference.add')}
          </Button>
        </Box>
      ) : null}
      {swapping ? (
        <SwapDialog
          beat={beat}
          videoId={videoId}
          role={swapping === 'new' ? null : swapping}
          onClose={() => setSwapping(null)}
        />
      ) : null}
    </Flex>
  );
};
