import sharp from 'sharp';
import { openPicture } from '../decode';
import { cannyEdges } from './canny';
import { lumaOf, onGround } from './raster';

/** Edges as a picture, PNG; px. */
export interface EdgePicture {
  png: Buffer;
  width: number;
  height: number;
}

/**
 * Edge picture for ControlNet-like models: `cannyEdges` of the luma at thresholds 100 and 200, white on black.
 *
 * Made when first asked for, not at upload. Transparent parts are seen on a plain ground.
 * Units:  PNG, long side at most 1024 px, upright.
 * Throws: `MediaRefusal` as `openPicture`.
 */
export const edgesPng = async (input: Buffer | string): Promise<EdgePicture> => {
  const { raster } = await openPicture(input);
  const { width, height } = raster;
  const edges = cannyEdges(lumaOf(onGround(raster)), width, height);
  const png = await sharp(edges, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
  return { png, width, height };
};
