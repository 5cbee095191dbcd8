import sharp from 'sharp';
import { openPicture } from '../decode';
import { cannyEdges } from './canny';
import { lumaOf, onGround } from './raster';

/**
 * Edge picture for ControlNet-like models: `cannyEdges` of the luma at thresholds 100 and 200, white on black.
 *
 * Made when first asked for, not at upload. Transparent parts are seen on a plain ground.
 * Units:  PNG, long side at most 1024 px, upright.
 * Throws: `MediaRefusal` as `openPicture`.
 */
export const edgesPng = async (input: Buffer | string): Promise<Buffer> => {
  const { raster } = await openPicture(input);
  const { width, height } = raster;
  const edges = cannyEdges(lumaOf(onGround(raster)), width, height);
  return sharp(edges, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();
};
