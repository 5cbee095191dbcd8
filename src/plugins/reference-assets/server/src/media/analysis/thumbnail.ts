import sharp from 'sharp';
import type { Raster } from './raster';

/** Side of a thumbnail, px. */
export const THUMBNAIL_SIDE = 400;

/** Icons up to this size are enlarged pixel by pixel, as they were drawn. */
const PIXEL_ART_SIDE = 48;

const clear = { r: 0, g: 0, b: 0, alpha: 0 };

/**
 * Thumbnail of exactly 400 × 400 px that shows the whole picture, centred; the rest is transparent.
 *
 * Shape:  WebP with alpha. Small pictures are enlarged to fill the square.
 */
export const thumbnailOf = ({ data, width, height }: Raster): Promise<Buffer> => {
  const picture = sharp(data, { raw: { width, height, channels: 4 } });
  const left = Math.floor((THUMBNAIL_SIDE - width) / 2);
  const top = Math.floor((THUMBNAIL_SIDE - height) / 2);
  const fitting =
    Math.max(width, height) === THUMBNAIL_SIDE
      ? // Cheaper than resizing to the same size, which would blend and unblend every pixel.
        picture.extend({
          ...{ left, top, background: clear },
          right: THUMBNAIL_SIDE - width - left,
          bottom: THUMBNAIL_SIDE - height - top,
        })
      : picture.resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, {
          fit: 'contain',
          background: clear,
          kernel: Math.max(width, height) <= PIXEL_ART_SIDE ? 'nearest' : 'lanczos3',
        });
  return fitting.webp({ quality: 80, effort: 1 }).toBuffer();
};
