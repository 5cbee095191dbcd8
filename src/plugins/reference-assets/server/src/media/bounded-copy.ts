import sharp from 'sharp';
import { onGround } from './analysis/raster';
import { openPicture, WORKING_LONG_SIDE } from './decode';

/** A copy of a picture to be shown to a model: JPEG, opaque, upright, without anything the file said beside its pixels. */
export interface BoundedCopy {
  bytes: Buffer;
  mime: 'image/jpeg';
  width: number;
  height: number;
}

const quality = 88;

/**
 * Makes the copy that leaves the house instead of the original: nobody outside needs more to see what is shown, and
 * what it costs has a ceiling.
 *
 * Units:  long side at most 1024 px. Of an animation the first frame; transparent parts on a plain ground.
 * Throws: `MediaRefusal` as `openPicture`.
 */
export const boundedCopy = async (input: Buffer | string): Promise<BoundedCopy> => {
  const { raster } = await openPicture(input, { longSide: WORKING_LONG_SIDE });
  const { data, width, height } = onGround(raster);
  const bytes = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality, mozjpeg: true })
    .toBuffer();
  return { bytes, mime: 'image/jpeg', width, height };
};
