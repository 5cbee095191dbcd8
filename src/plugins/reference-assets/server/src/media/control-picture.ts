import sharp from 'sharp';
import { cannyEdges } from './analysis/canny';
import { lumaOf, onGround } from './analysis/raster';
import { softEdges } from './analysis/soft-edges';
import { openPicture } from './decode';

/** A grey picture that guides a generating model. */
export interface ControlPicture {
  png: Buffer;
  width: number;
  height: number;
}

/** Grey pixels. Shape: `grey` width × height, 8 bit. */
export interface GreyPicture {
  grey: Uint8Array;
  width: number;
  height: number;
}

const drawn = { canny: cannyEdges, 'soft-edge': softEdges };

/** Grey pixels as a PNG; shape as in {@link GreyPicture}. */
export const greyPng = (grey: Uint8Array, width: number, height: number): Promise<Buffer> =>
  sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png()
    .toBuffer();

/**
 * Outlines of a picture for models that are guided by them: hard ones (`canny`) or soft ones.
 *
 * Units:  long side at most 1024 px, upright; transparent parts are seen on a plain ground.
 * Throws: `MediaRefusal` as `openPicture`.
 */
export const controlPicture = async (
  input: Buffer | string,
  kind: keyof typeof drawn,
): Promise<ControlPicture> => {
  const { raster } = await openPicture(input);
  const { width, height } = raster;
  const grey = drawn[kind](lumaOf(onGround(raster)), width, height);
  return { png: await greyPng(grey, width, height), width, height };
};
