import sharp from 'sharp';

import type { CameraMovement, Mood } from '../../../../shared/contracts/vocabulary';
import type { StillLayers } from '../stills/compose-layers';
import { cameraMoment, type CameraMoment } from './camera-moment';
import { createMovingPicture } from './moving-picture';
import { createMovingScene } from './moving-scene';
import { openScene } from './open-scene';
import { toYuv420 } from './yuv-planes';

/** A still and the way the camera travels over it. */
export interface MovingStill {
  /** Path of the still, or its bytes in any format sharp reads. */
  still: string | Buffer;
  movement: CameraMovement;
  mood?: Mood;
  frames: number;
  /** Gives the same still in two depths, of the frames' size, which then move by themselves; null for a flat one. */
  layers?: () => Promise<StillLayers | null>;
}

/**
 * Yields every frame of a moving still as raw 4:2:0 planes, BT.709 limited range.
 *
 * Shape:  each chunk width × height × 3 / 2 bytes; the still is cover-cropped to the size when it differs.
 *         A chunk's bytes stand until the one after the next is asked for; who keeps longer makes a copy.
 * Throws: `RangeError` for odd or empty sizes and for a frame count below 1.
 */
export async function* cameraFrames(
  moving: MovingStill,
  size: { width: number; height: number },
): AsyncGenerator<Uint8Array> {
  demandDrawable(moving.frames, size);
  yield* framesThrough(await camera(moving, size), moving);
}

/** Yields the frames of stills one after the other, as `cameraFrames` does; the next is made ready beside the drawing. */
export async function* framesOfStills(
  stills: readonly MovingStill[],
  size: { width: number; height: number },
): AsyncGenerator<Uint8Array> {
  stills.forEach(({ frames }) => demandDrawable(frames, size));
  let ready = readied(stills[0], size);
  for (const [index, still] of stills.entries()) {
    const frameAt = await ready;
    ready = readied(stills[index + 1], size);
    yield* framesThrough(frameAt!, still);
  }
}

type Camera = (moment: CameraMoment) => Uint8Array;

/** A failure is met where the frames are asked for, not where nobody listens yet. */
const readied = (still: MovingStill | undefined, size: { width: number; height: number }) => {
  const ready = still && camera(still, size);
  ready?.catch(() => undefined);
  return ready;
};

function* framesThrough(
  frameAt: Camera,
  { movement, mood, frames }: MovingStill,
): Generator<Uint8Array> {
  const last = Math.max(1, frames - 1);
  const held = movement === 'static' ? frameAt(cameraMoment(movement, 0)) : undefined;
  for (let index = 0; index < frames; index++)
    yield held ?? frameAt(cameraMoment(movement, index / last, mood));
}

const camera = async (
  { still, layers: depths, movement }: MovingStill,
  size: { width: number; height: number },
): Promise<Camera> => {
  const layers = await depths?.();
  if (layers && layers.width === size.width && layers.height === size.height)
    return createMovingScene(await openScene(layers, movement === 'rack_focus')).frame;
  const rgb = await sharp(still)
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .resize(size.width, size.height, { fit: 'cover' })
    .raw()
    .toBuffer();
  const picture = createMovingPicture(toYuv420(rgb, size.width, size.height));
  return ({ near }) => picture.frame(near);
};

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
