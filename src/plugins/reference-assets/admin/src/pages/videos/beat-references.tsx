import { useState } from 'react';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { EyeStriked, Pin, Plus } from '@strapi/icons';
import { AssetPicture } from '../../components/asset-picture';
import { useSaid } from '../../hooks/use-said';
import { useText } from '../../hooks/use-text';
import { useUnits } from '../../hooks/use-units';
import type { BeatBoard, BeatChange } from '../../../../shared/contracts/board';
import type { Beat, Reference } from '../../../../shared/contracts/beats';
import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';
import { Alternatives } from './board/alternatives';
import { ScoreParts } from './score-parts';
import { SwapDialog } from './swap-dialog';

interface RoleRowProps {
  role: AssetType;
  reference: Reference;
  onSwap: () => void;
  /** Undefined where the person may not change anything now. */
  onChange?: (change: BeatChange) => void;
}

const RoleTools = ({ role, reference, onSwap, onChange }: RoleRowProps) => {
  const t = useText();
  if (!onChange) return null;
  const { asset, manual } = reference;
  return (
    <Flex gap={1} shrink={0}>
      <IconButton
        size="S"
        variant={manual ? 'secondary' : 'ghost'}
        aria-pressed={manual}
        label={t(manual ? 'reference.unpin' : 'reference.pin', { name: asset.name })}
        onClick={() => onChange({ do: manual ? 'unpin' : 'pin', role })}
      >
        <Pin />
      </IconButton>
      <IconButton
        size="S"
        variant="ghost"
        label={t('reference.exclude', { name: asset.name })}
        onClick={() => onChange({ do: 'exclude', assetId: asset.documentId })}
      >
        <EyeStriked />
      </IconButton>
      <Button
        size="S"
        variant="tertiary"
        onClick={onSwap}
        aria-label={t('reference.swap.label', { name: asset.name })}
      >
        {t('reference.swap')}
      </Button>
    </Flex>
  );
};

const RoleRow = (props: RoleRowProps) => {
  const { role, reference, onChange } = props;
  const t = useText();
  const said = useSaid();
  const { percent } = useUnits();
  const { asset, score, reasons, manual } = reference;
  const why = manual ? t('reference.manual') : t('reference.score', { share: percent(score) });
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={2}>
      <Flex gap={3} alignItems="flex-start">
        <Box width="5.6rem" shrink={0} hasRadius overflow="hidden">
          <AssetPicture asset={asset} />
        </Box>
        <Box flex="1" minWidth={0}>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {t(`type.${role}`)} · {why}
          </Typography>
          <Typography tag="p" textColor="neutral800" ellipsis>
            {asset.name}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {reasons.map(said).join('; ')}
          </Typography>
          <ScoreParts of={reference.parts} />
        </Box>
      </Flex>
      {onChange ? (
        <Flex gap={2} justifyContent="space-between" alignItems="flex-end" wrap="wrap">
          <Box>
            <Alternatives
              reference={reference}
              onUse={(assetId) => onChange({ do: 'use', assetId })}
            />
          </Box>
          <RoleTools {...props} />
        </Flex>
      ) : null}
    </Flex>
  );
};

const Excluded = ({
  assets,
  onChange,
}: {
  assets: BeatBoard['excluded'];
  onChange?: (change: BeatChange) => void;
}) => {
  const t = useText();
  if (assets.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      <Typography variant="pi" textColor="neutral600">
        {t('reference.excluded')}
      </Typography>
      {assets.map(({ documentId, name }) => (
        <Button
          key={documentId}
          size="S"
          variant="ghost"
          disabled={!onChange}
          aria-label={t('reference.allow', { name })}
          onClick={() => onChange?.({ do: 'allow', assetId: documentId })}
        >
          {name}
        </Button>
      ))}
    </Flex>
  );
};

interface BeatReferencesProps {
  beat: Beat;
  excluded: BeatBoard['excluded'];
  onChange?: (change: BeatChange) => void;
}

/** What a beat is made of, role by role, with the reasons; each can be swapped, kept, or kept out. */
export const BeatReferences = ({ beat, excluded, onChange }: BeatReferencesProps) => {
  const t = useText();
  const [swapping, setSwapping] = useState<AssetType | 'new' | null>(null);
  const used = assetTypes.flatMap((role) => {
    const reference = beat.references[role];
    return reference ? [{ role, reference }] : [];
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {used.length === 0 ? (
        <Typography variant="pi" textColor="neutral600">
          {t('reference.none')}
        </Typography>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
          {used.map(({ role, reference }) => (
            <RoleRow
              key={role}
              role={role}
              reference={reference}
              onSwap={() => setSwapping(role)}
              onChange={onChange}
            />
          ))}
        </Flex>
      )}
      <Excluded assets={excluded} onChange={onChange} />
      {onChange ? (
        <Box>
          <Button size="S" variant="ghost" startIcon={<Plus />} onClick={() => setSwapping('new')}>
            {t('reference.add')}
          </Button>
        </Box>
      ) : null}
      {swapping && onChange ? (
        <SwapDialog
          beat={beat}
          role={swapping === 'new' ? null : swapping}
          onChange={onChange}
          onClose={() => setSwapping(null)}
        />
      ) : null}
    </Flex>
  );
};
