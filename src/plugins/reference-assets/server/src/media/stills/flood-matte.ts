import type { Raster } from '../analysis/raster';
import { measureField } from './backdrop-field';
import type { BackdropMask } from './backdrop-mask';
import type { BackdropModel } from './backdrop-model';
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
  const holes = enclosedHoles(mask, width, height, (i) => field.distance[i]! < reach * 0.8);
  for (const hole of holes) {
    spread(mask, width, height, hole, isBackdrop);
  }
  peelShadows(mask, width, height, field);
  peelRim(mask, raster);
  return smoothed(mask, width, height);
};

const borderIndices = (width: number, height: number): number[] => {
  const indices: number[] = [];
  for (let x = 0; x < width; x++) indices.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) indices.push(y * width, y * width + width - 1);
  return indices;
};
