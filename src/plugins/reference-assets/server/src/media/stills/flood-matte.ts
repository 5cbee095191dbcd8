import { oklabOf } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import type { BackdropModel } from './backdrop-model';

/** What the flood needs to know of every pixel. */
interface Field {
  /** Distance from the backdrop, Oklab units. */
  distance: Float32Array;
  /** True where the pixel may be a soft shadow or glow on the backdrop. */
  shade: Uint8Array;
}

/** Marks of the flood: 1 is backdrop, 0 is subject. */
export type BackdropMask = Uint8Array;

/**
 * Finds the backdrop by flooding in from the border, through its colour and through soft shadows on it.
 *
 * Shape: one byte a pixel, 1 is backdrop. Enclosed holes of backdrop colour (a mug's handle) are opened when large.
 */
export const floodBackdrop = (raster: Raster, model: BackdropModel): BackdropMask => {
  const { width, height } = raster;
  const field = measureField(raster, model);
  const reach = Math.min(0.06, Math.max(0.028, model.spread * 3));
  const mask = new Uint8Array(width * height);
  const isBackdrop = (i: number) => field.distance[i]! < reach || field.shade[i] === 1;
  spread(mask, width, height, borderIndices(width, height), isBackdrop);
  openHoles(mask, width, height, (i) => field.distance[i]! < reach * 0.8);
  return mask;
};

const measureField = ({ data, width, height }: Raster, model: BackdropModel): Field => {
  const distance = new Float32Array(width * height);
  const shade = new Uint8Array(width * height);
  const light = new Float32Array(width * height);
  const row = new Float32Array(width * 3);
  for (let y = 0, i = 0; y < height; y++) {
    model.fillRow(y, { width, height }, row);
    for (let x = 0; x < width; x++, i++) {
      const o = i * 4;
      const [l, a, b] = oklabOf(data[o]!, data[o + 1]!, data[o + 2]!);
      const darker = row[x * 3]! - l;
      const chroma = Math.hypot(a - row[x * 3 + 1]!, b - row[x * 3 + 2]!);
      light[i] = l;
      distance[i] = Math.hypot(darker, chroma);
      shade[i] = darker > -0.1 && darker < 0.45 && chroma < 0.03 ? 1 : 0;
    }
  }
  const smooth = softened(light, width);
  for (let i = 0; i < shade.length; i++) if (shade[i] && !isSmooth(smooth, i, width)) shade[i] = 0;
  return { distance, shade };
};

/** Mean of each pixel and its four neighbours, so that grain does not pass for an edge. */
const softened = (light: Float32Array, width: number): Float32Array => {
  const soft = Float32Array.from(light);
  for (let i = width; i < light.length - width; i++) {
    soft[i] =
      (light[i]! + light[i - 1]! + light[i + 1]! + light[i - width]! + light[i + width]!) / 5;
  }
  return soft;
};

/** Shadows and glows change slowly; the edge of a subject does not. */
const isSmooth = (light: Float32Array, i: number, width: number): boolean => {
  const here = light[i]!;
  const across = (light[i + 1] ?? here) - (light[i - 1] ?? here);
  const down = (light[i + width] ?? here) - (light[i - width] ?? here);
  return Math.abs(across) < 0.024 && Math.abs(down) < 0.024;
};

const borderIndices = (width: number, height: number): number[] => {
  const indices: number[] = [];
  for (let x = 0; x < width; x++) indices.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) indices.push(y * width, y * width + width - 1);
  return indices;
};

/** Marks everything that can be reached from the seeds; gives back the marked indices. */
export const spread = (
  mask: Uint8Array,
  width: number,
  height: number,
  seeds: readonly number[],
  accepts: (index: number) => boolean,
): number[] => {
  const reached: number[] = [];
  const visit = (i: number) => {
    if (mask[i] || !accepts(i)) return;
    mask[i] = 1;
    reached.push(i);
  };
  seeds.forEach(visit);
  for (let head = 0; head < reached.length; head++) {
    const i = reached[head]!;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < width * (height - 1)) visit(i + width);
  }
  return reached;
};

/**
 * Opens enclosed regions of backdrop colour that are too thick to be lettering or a printed detail.
 */
const openHoles = (
  mask: BackdropMask,
  width: number,
  height: number,
  isHole: (index: number) => boolean,
): void => {
  const seen = Uint8Array.from(mask);
  const smallest = width * height * 0.0025;
  const thickness = Math.max(3, Math.round(Math.min(width, height) * 0.016));
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] || !isHole(i)) continue;
    const region = spread(seen, width, height, [i], isHole);
    if (region.length < smallest || !isThick(region, seen, width, thickness)) continue;
    for (const index of region) mask[index] = 1;
  }
};

/** True when a square of twice the radius fits into the region around one of its pixels. */
const isThick = (region: number[], seen: Uint8Array, width: number, radius: number): boolean => {
  const inside = new Set(region);
  const stride = Math.max(1, Math.floor(region.length / 400));
  for (let k = 0; k < region.length; k += stride) {
    const centre = region[k]!;
    const corners = [-radius, radius].flatMap((dy) =>
      [-radius, 0, radius].map((dx) => centre + dy * width + dx),
    );
    const sides = [centre - radius, centre + radius];
    if ([...corners, ...sides].every((index) => seen[index] && inside.has(index))) return true;
  }
  return false;
};
