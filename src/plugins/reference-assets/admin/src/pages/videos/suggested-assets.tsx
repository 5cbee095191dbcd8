import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useDebounce } from '@strapi/strapi/admin';
import { useSuggestAssetsQuery } from '../../api/assets';
import { AssetPicture } from '../../components/asset-picture';
import { useSaid } from '../../hooks/use-said';
import { useText } from '../../hooks/use-text';
import type { Asset } from '../../../../shared/contracts/assets';
import { minPromptLength } from './video-draft';

interface SuggestedAssetsProps {
  prompt: string;
  chosen: string[];
  onAdd: (asset: Asset) => void;
}

/** What of the library fits the brief, one press away. */
export const SuggestedAssets = ({ prompt, chosen, onAdd }: SuggestedAssetsProps) => {
  const t = useText();
  const said = useSaid();
  const text = useDebounce(prompt, 600);
  const { data: hits = [] } = useSuggestAssetsQuery(
    { text, limit: 8 },
    { skip: text.length < minPromptLength },
  );
  const open = hits.filter(({ asset }) => !chosen.includes(asset.documentId)).slice(0, 6);
  if (open.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
      <Typography variant="pi" fontWeight="bold" textColor="neutral800">
        {t('assets.suggested')}
      </Typography>
      <Flex tag="ul" gap={2} wrap="wrap">
        {open.map(({ asset, reasons }) => (
          <li key={asset.documentId}>
            <Button
              variant="tertiary"
              size="S"
              startIcon={<Plus />}
              title={reasons.map(said).join('; ')}
              aria-label={t('assets.add', { name: asset.name })}
              onClick={() => onAdd(asset)}
            >
              <Flex gap={2}>
                <Box width="2.4rem" hasRadius overflow="hidden">
                  <AssetPicture asset={asset} />
                </Box>
                {asset.name}
              </Flex>
            </Button>
          </li>
        ))}
      </Flex>
    </Flex>
  );
};
