import type { Asset } from '../../../shared/contracts/assets';
import { groundOf } from './checker';
import { CheckeredImage } from './checkered-image';

interface AssetPictureProps {
  asset: Pick<Asset, 'thumbnail' | 'file' | 'hasTransparency' | 'dominantColors'>;
  /** Empty where the asset's name stands beside it. */
  alt?: string;
  ratio?: string;
}

/** The small picture of an asset, on a ground that shows what is see-through. */
export const AssetPicture = ({ asset, alt = '', ratio }: AssetPictureProps) => (
  <CheckeredImage
    media={asset.thumbnail ?? asset.file}
    alt={alt}
    ratio={ratio}
    checkered={asset.hasTransparency ?? false}
    ground={groundOf(asset)}
  />
);
