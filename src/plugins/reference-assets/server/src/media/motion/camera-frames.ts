import sharp from 'sharp';

import type { CameraMovement, Mood } from '../../../../shared/contracts/vocabulary';
import { cameraView } from './camera-path';
import { createMovingPicture } from './moving-picture';
import { toYuv420 } from './yuv-planes';

/** A still and the way the camera travels over it. */
export interface MovingStill {
  /** Path of the still, or its bytes in any format sharp reads. */
  still: string | Buffer;
  movement: CameraMovement;
  mood?: Mood;
  frames: number;
}

/**
 * Yields every frame of a moving still as raw 4:2:0 planes, BT.709 limited range.
 *
 * Shape:  each chunk width × height × 3 / 2 bytes; the still is cover-cropped to the size when it differs.
 * Throws: `RangeError` for odd or empty sizes and for a frame count below 1.
 */
export async function* cameraFrames(
  { still, movement, mood, frames }: MovingStill,
  size: { width: number; height: number },
): AsyncGenerator<Uint8Array> {
  demandDrawable(frames, size);
  const rgb = await sharp(still)
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .resize(size.width, size.height, { fit: 'cover' })
    .raw()
    .toBuffer();
  const picture = createMovingPicture(toYuv420(rgb, size.width, size.height));
  const last = Math.max(1, frames - 1);
  const held = movement === 'static' ? picture.frame(cameraView(movement, 0)) : undefined;
  for (let index = 0; index < frames; index++) {
    yield held ?? picture.frame(cameraView(movement, index / last, mood));
  }
}

/**
 * Refuses frames that cannot be drawn.
 *
 * Throws: `RangeError` naming the value that does not fit.
 */
export const demandDrawable = (
  frames: number,
  { width, height }: { width: number; height: number },
): void => {
  if (width < 2 || height < 2 || width % 2 || height % 2) {
    throw new RangeError(`frame size must be even, got ${width}×${height}`);
  }
  if (!Number.isInteger(frames) || frames < 1) {
    throw new RangeError(`a clip needs at least one frame, got ${frames}`);
  }
};

/** ffmpeg's description of the chunks that `cameraFrames` yields. */
export const rawFrameInput = (
  size: { width: number; height: number },
  framesPerSecond: number,
): string[] => [
  ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.width}x${size.height}`],
  ...['-framerate', String(framesPerSecond), '-i', 'pipe:0'],
];
