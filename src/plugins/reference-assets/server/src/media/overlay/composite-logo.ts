import sharp, { type OverlayOptions } from 'sharp';

import { carryColorOutwards } from '../stills/soft-edge';
import { scaleRaster } from '../stills/plate';
import type { Box, Size } from '../stills/still-request';
import type { Frame } from './frame-regions';
import type { Logo } from './open-logo';

/**
 * A logo scaled to its place, as the PNG that stills and the master both use.
 *
 * The edge's own colour is carried into the see-through pixels, so that chroma subsampling finds no dark fringe.
 *
 * Units: `opacity` 0–1, 1 unless told.
 */
export const scaledLogoPng = async (
  logo: Pick<Logo, 'raster'>,
  size: Size,
  opacity = 1,
): Promise<Buffer> => {
  const scaled = carryColorOutwards(await scaleRaster(logo.raster, size), 4);
  const { data, width, height } = scaled;
  for (let o = 3; o < data.length; o += 4) data[o] = Math.round(data[o]! * opacity);
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
};

/**
 * Lays a scaled logo on a still.
 *
 * Shape:  `logoPng` exactly as large as its place; the answer is a PNG of the still's size.
 */
export const compositeLogo = (
  still: Buffer | string,
  logoPng: Buffer,
  place: Pick<Box, 'x' | 'y'>,
): Promise<Buffer> =>
  sharp(still)
    .composite([{ input: logoPng, left: place.x, top: place.y, blend: 'over' }])
    .png({ compressionLevel: 6 })
    .toBuffer();

/** Lays pictures over an opened still, in their order, as a PNG. */
export const laidOver = (frame: Frame, layers: OverlayOptions[]): Promise<Buffer> =>
  sharp(frame.rgb, { raw: { width: frame.width, height: frame.height, channels: 3 } })
    .composite(layers)
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer();

/** Opens a still or an extracted frame for `placeLogo`. */
export const openFrame = async (still: Buffer | string): Promise<Frame> => {
  const { data, info } = await sharp(still)
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { rgb: new Uint8Array(data), width: info.width, height: info.height };
};
