import sharp from 'sharp';

import { cameraMoment } from '../motion/camera-moment';
import type { CameraView } from '../motion/camera-path';
import type { CameraMovement, Mood } from '../../../../shared/contracts/vocabulary';
import type { Box, Size } from '../stills/still-request';
import type { Frame } from './frame-regions';

/** How a still will be moved. */
export interface ShotMotion {
  movement: CameraMovement;
  mood: Mood;
}

/** Moments of a movement that are looked at; between two of them the picture moves by a few pixels at most. */
const moments = 16;
/** Width of the copies that are looked at, px: regions are judged by some thousand pixels each. */
const lookedAtPx = 320;

/** What the camera sees over the shot: near and far of every moment, the still alone when nothing moves. */
const viewsOf = (motion: ShotMotion | null): { near: CameraView; far: CameraView }[] => {
  if (!motion || motion.movement === 'static') return [cameraMoment('static', 0)];
  return Array.from({ length: moments }, (_, index) =>
    cameraMoment(motion.movement, index / (moments - 1), motion.mood),
  );
};

/** Small frames of a whole shot, whether near or far things are seen to move. */
export const shotFrames = async (still: Frame, motion: ShotMotion | null): Promise<Frame[]> => {
  if (!motion || motion.movement === 'static') return [still];
  const width = Math.min(lookedAtPx, still.width);
  const height = Math.max(1, Math.round((still.height * width) / still.width));
  const rgb = await sharp(still.rgb, {
    raw: { width: still.width, height: still.height, channels: 3 },
  })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  const small = { rgb: new Uint8Array(rgb), width, height };
  return viewsOf(motion).flatMap(({ near, far }) => [seen(small, near), seen(small, far)]);
};

/** Where something on the still is during the shot. */
export const moved = (box: Box, size: Size, motion: ShotMotion | null): Box[] =>
  viewsOf(motion).map(({ near }) => {
    const left = (near.x - near.scale / 2) * size.width;
    const top = (near.y - near.scale / 2) * size.height;
    return {
      x: (box.x - left) / near.scale,
      y: (box.y - top) / near.scale,
      width: box.width / near.scale,
      height: box.height / near.scale,
    };
  });

const seen = ({ rgb, width, height }: Frame, view: CameraView): Frame => {
  const shown = new Uint8Array(rgb.length);
  const columns = Array.from({ length: width }, (_, x) =>
    at((view.x - view.scale / 2) * width + (x + 0.5) * view.scale, width),
  );
  for (let y = 0, o = 0; y < height; y++) {
    const row = at((view.y - view.scale / 2) * height + (y + 0.5) * view.scale, height) * width;
    for (let x = 0; x < width; x++, o += 3) {
      const from = (row + columns[x]!) * 3;
      shown[o] = rgb[from]!;
      shown[o + 1] = rgb[from + 1]!;
      shown[o + 2] = rgb[from + 2]!;
    }
  }
  return { rgb: shown, width, height };
};

const at = (position: number, length: number): number =>
  Math.min(length - 1, Math.max(0, Math.floor(position)));
