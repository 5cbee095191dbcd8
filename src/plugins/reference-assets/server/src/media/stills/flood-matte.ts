import type { Raster } from '../analysis/raster';
import { measureField } from './backdrop-field';
import type { BackdropMask } from './backdrop-mask';
import type { BackdropModel } from './backdrop-model';
import { takeCastShadows } from './cast-shadow';
import { enclosedHoles } from './enclosed-holes';
import { peelRim } from './peel-rim';
import { peelShadows } from './peel-shadows';
import { smoothed } from './smooth-mask';
import { spread } from './spread';

const { min, max } = Math;

/**
 * Finds the backdrop by flooding in from the border, through its colour and through soft shadows on it.
 *
 * Shape: one byte a pixel, 1 is backdrop. Enclosed holes of backdrop colour (a mug's handle) are opened when large.
 */
export const floodBackdrop = (
  raster: Raster,
  model: BackdropModel,
  subject: 'photographed' | 'drawn' = 'photographed',
): BackdropMask => {
  const { width, height } = raster;
  const field = measureField(raster, model);
  const reach = min(0.06, max(0.028, model.spread * 3));
  const mask = new Uint8Array(width * height);
  if (subject === 'drawn') {
    // Drawings cast no shadows, and their finest lines count.
    spread(mask, width, height, borderIndices(width, height), (i) => field.distance[i]! < reach);
    return mask;
  }
  const isBackdrop = (i: number) => field.distance[i]! < reach || field.shade[i] === 1;
  spread(mask, width, height, borderIndices(width, height), isBackdrop);
  const isBlownOut = isBlown(raster, mask);
  const holes = enclosedHoles({
    ...{ mask, width, height, field, reach, isBlownOut },
    spread: model.spread,
  });
  for (const hole of holes) openHole(mask, width, height, hole, isBackdrop);
  peelShadows(mask, width, height, field);
  takeCastShadows(mask, raster, field);
  peelRim(mask, raster);
  return smoothed(mask, width, height);
};

const borderIndices = (width: number, height: number): number[] => {
  const indices: number[] = [];
  for (let x = 0; x < width; x++) indices.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) indices.push(y * width, y * width + width - 1);
  return indices;
};

/** How many times larger a hole may get by the shade at its sides; what runs farther ran into the subject. */
const mostGrowth = 2;

const openHole = (
  mask: BackdropMask,
  width: number,
  height: number,
  hole: readonly number[],
  isBackdrop: (index: number) => boolean,
): void => {
  const opened = spread(mask, width, height, hole, isBackdrop);
  if (opened.length > hole.length * mostGrowth) for (const i of opened) mask[i] = 0;
};

/** Whether most of a backdrop is so bright that every pixel of it is white. */
const isBlown = ({ data }: Raster, mask: BackdropMask): boolean => {
  let [white, all] = [0, 0];
  for (let i = 0; i < mask.length; i += 7) {
    if (!mask[i]) continue;
    all++;
    if (Math.min(data[i * 4]!, data[i * 4 + 1]!, data[i * 4 + 2]!) >= 250) white++;
  }
  return white > all / 2;
};
