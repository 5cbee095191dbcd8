import { useState } from 'react';
import { Button, Flex, Link } from '@strapi/design-system';
import { mediaUrl } from '../../../api/backend';
import { groundOf } from '../../../components/checker';
import { CheckeredImage } from '../../../components/checkered-image';
import { useText } from '../../../hooks/use-text';
import type { Asset } from '../../../../../shared/contracts/assets';

/** The picture, large; or the edges found in it. */
export const AssetPreview = ({ asset }: { asset: Asset }) => {
  const t = useText();
  const [showsEdges, setShowsEdges] = useState(false);
  const { file, thumbnail, edges } = asset;
  // A browser cannot show every format the library takes: TIFF and the like are shown as their thumbnail.
  const isShown = file && /^image\/(png|jpe?g|webp|gif|avif|svg)/.test(file.mime);
  const media = showsEdges && edges ? edges : isShown ? file : thumbnail;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <CheckeredImage
        media={media}
        alt={showsEdges ? t('asset.edges.of', { name: asset.name }) : asset.name}
        checkered={!showsEdges && (asset.hasTransparency ?? false)}
        ground={groundOf(asset)}
        ratio="4 / 3"
      />
      <Flex justifyContent="space-between" gap={2}>
        {edges ? (
          <Button
            size="S"
            variant={showsEdges ? 'secondary' : 'tertiary'}
            aria-pressed={showsEdges}
            onClick={() => setShowsEdges(!showsEdges)}
          >
            {t('asset.edges.show')}
          </Button>
        ) : (
          <span />
        )}
        {file ? (
          <Link href={mediaUrl(file)} isExternal>
            {t('asset.original')}
          </Link>
        ) : null}
      </Flex>
    </Flex>
  );
};
