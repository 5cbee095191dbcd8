import { useState } from 'react';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { AssetPicker } from '../../components/asset-picker';
import { CardGrid, LinkedCard } from '../../components/card-grid';
import { AssetPicture } from '../../components/asset-picture';
import { Section } from '../../components/section';
import { useText } from '../../hooks/use-text';
import type { Asset } from '../../../../shared/contracts/assets';
import { SuggestedAssets } from './suggested-assets';

interface AssetsFieldProps {
  /** The brief: what fits it is suggested. */
  prompt: string;
  assets: Asset[];
  onChange: (assets: Asset[]) => void;
}

/** The assets a video must draw on; none leaves the choice to matching. */
export const AssetsField = ({ prompt, assets, onChange }: AssetsFieldProps) => {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const chosen = assets.map(({ documentId }) => documentId);
  const without = (id: string) => assets.filter(({ documentId }) => documentId !== id);
  const toggle = (asset: Asset) =>
    onChange(chosen.includes(asset.documentId) ? without(asset.documentId) : [...assets, asset]);
  return (
    <Section
      look="boxed"
      title={t('assets.label')}
      action={
        <Button size="S" variant="secondary" startIcon={<Plus />} onClick={() => setIsOpen(true)}>
          {t('assets.choose')}
        </Button>
      }
    >
      {assets.length === 0 ? (
        <Typography textColor="neutral600">{t('assets.none')}</Typography>
      ) : (
        <CardGrid $min="12rem">
          {assets.map((asset) => (
            <LinkedCard tag="li" key={asset.documentId}>
              <AssetPicture asset={asset} />
              <Flex gap={1} padding={2} justifyContent="space-between">
                <Box minWidth={0}>
                  <Typography variant="pi" tag="p" textColor="neutral800" ellipsis>
                    {asset.name}
                  </Typography>
                </Box>
                <IconButton
                  size="XS"
                  variant="ghost"
                  label={t('assets.remove', { name: asset.name })}
                  onClick={() => onChange(without(asset.documentId))}
                >
                  <Cross />
                </IconButton>
              </Flex>
            </LinkedCard>
          ))}
        </CardGrid>
      )}
      <SuggestedAssets prompt={prompt} chosen={chosen} onAdd={toggle} />
      {isOpen ? (
        <AssetPicker
          title={t('assets.choose')}
          chosen={chosen}
          onPick={toggle}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </Section>
  );
};
