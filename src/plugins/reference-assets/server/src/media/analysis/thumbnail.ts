import sharp from 'sharp';
import type { Raster } from './raster';

/** Side of a thumbnail, px. */
export const THUMBNAIL_SIDE = 400;

/** Icons up to this size are enlarged pixel by pixel, as they were drawn. */
const PIXEL_ART_SIDE = 48;

/**
 * Thumbnail of exactly 400 × 400 px that shows the whole picture, centred; the rest is transparent.
 *
 * Shape:  WebP with alpha. Small pictures are enlarged to fill the square.
 */
export const thumbnailOf = (raster: Raster): Promise<Buffer> => {
  const { data, width, height } = raster;
  const small = Math.max(width, height) <= PIXEL_ART_SIDE;
  return sharp(data, { raw: { width, height, channels: 4 } })
    .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, {
      fit: 'contain',
      background: { r: 0, g: 0, b: 0, alpha: 0 },
      kernel: small ? 'nearest' : 'lanczos3',
    })
    .webp({ quality: 80, effort: 1 })
    .toBuffer();
};
