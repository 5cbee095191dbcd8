import sharp from 'sharp';

import { composeLayers, type StillLayers } from './compose-layers';
import type { StillRequest } from './still-request';

/** Mean difference up to which layers are those of a still, 0–255. */
const sameStill = 1;

/**
 * The two depths of a still, composed anew from what it was made of.
 *
 * Null when the still on file is another: changed by hand, of another size, made by a model.
 */
export const layersOf = async (
  still: string | Buffer,
  request: StillRequest,
): Promise<StillLayers | null> => {
  const layers = await composeLayers(request);
  if (!layers) return null;
  const { data, info } = await sharp(still)
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== layers.width || info.height !== layers.height) return null;
  let apart = 0;
  for (let o = 0; o < data.length; o++) {
    const through = 1 - layers.nearAlpha[(o / 3) | 0]! / 255;
    apart += Math.abs(layers.near[o]! + through * layers.far[o]! - data[o]!);
  }
  return apart / data.length <= sameStill ? layers : null;
};
