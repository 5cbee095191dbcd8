import { styled } from 'styled-components';
import { mediaUrl } from '../../../api/backend';
import { checker, groundOf, type Ground } from '../../../components/checker';
import type { Asset } from '../../../../../shared/contracts/assets';

const Frame = styled.div<{ $checkered: boolean; $ground: Ground }>`
  position: relative;
  overflow: hidden;
  background-color: ${({ theme }) => theme.colors.neutral150};
  ${({ $checkered }) => $checkered && checker}

  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
`;

/** The picture of a tile: the small copy, as large as it is shown, decoded beside everything else. */
export const TilePicture = ({ asset, height }: { asset: Asset; height: number }) => {
  const media = asset.thumbnail ?? asset.file;
  const checkered = asset.hasTransparency ?? false;
  return (
    <Frame
      $checkered={checkered}
      $ground={groundOf(asset)}
      style={{ height, padding: checkered ? 8 : 0 }}
    >
      {media ? (
        <img
          src={mediaUrl(media)}
          alt={asset.altText ?? asset.description ?? ''}
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      ) : null}
    </Frame>
  );
};
