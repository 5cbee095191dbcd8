import sharp from 'sharp';

import type { ShotType } from '../../../../shared/contracts/vocabulary';
import type { Raster } from '../analysis/raster';
import type { Size } from './still-request';

const closeShots: readonly ShotType[] = ['close_up', 'extreme_close_up', 'detail_showcase'];

/** A photograph is not enlarged further than this, px for px. */
const largestScale = 3;

/**
 * Tells whether a photograph that cannot be cut out may fill the whole frame: for close shots, when most of it stays
 * in view and it need not be blown up.
 */
export const fillsFrame = (photo: Raster, frame: Size, shot: ShotType): boolean => {
  if (!closeShots.includes(shot)) return false;
  const scale = Math.max(frame.width / photo.width, frame.height / photo.height);
  const kept = (frame.width * frame.height) / (photo.width * photo.height * scale * scale);
  return scale <= largestScale && kept >= 0.5;
};

/** The photograph covering the frame, nothing changed but its size. */
export const coveringPhotograph = async (
  { data, width, height }: Raster,
  frame: Size,
): Promise<{ rgb: Uint8Array; scale: number }> => {
  const pixels = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .resize(frame.width, frame.height, { fit: 'cover', kernel: 'lanczos3' })
    .raw()
    .toBuffer();
  const scale = Math.max(frame.width / width, frame.height / height);
  return { rgb: new Uint8Array(pixels), scale };
};
