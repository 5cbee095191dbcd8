import { oklabOf } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import type { BackdropModel } from './backdrop-model';
import { growMask } from './grow-mask';

const { sqrt, min, max, round, abs } = Math;

/** What the flood needs to know of every pixel. */
interface Field {
  /** Distance from the backdrop, Oklab units. */
  distance: Float32Array;
  /** True where the pixel may be a soft shadow or glow on the backdrop. */
  shade: Uint8Array;
  /** Not 0 where the colour is that of the backdrop in shadow; 2 in a deep one. */
  dusk: Uint8Array;
}

/** Marks of the flood: 1 is backdrop, 0 is subject. */
export type BackdropMask = Uint8Array;

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
  return smoothed(mask, width, height);
};

/** Least colour of a backdrop by which its deep shadows are told from a dark subject, Oklab units. */
const leastTint = 0.012;

/** Whether a dark pixel has the tint of the backdrop in so little light; on white and grey ones nothing has. */
const isTinted = (row: Float32Array, at: number, dimmed: number, a: number, b: number): boolean => {
  const [ra, rb] = [row[at + 1]! * dimmed, row[at + 2]! * dimmed];
  const expected = ra * ra + rb * rb;
  if (expected < (leastTint * dimmed) ** 2) return false;
  const along = (a * ra + b * rb) / expected;
  return along > 0.6 && along < 4.2;
};

/** Mark of a shadow so dark that only its tint and softness tell it from a subject. */
const deep = 2;

const measureField = ({ data, width, height }: Raster, model: BackdropModel): Field => {
  const distance = new Float32Array(width * height);
  const shade = new Uint8Array(width * height);
  const light = new Float32Array(width * height);
  const dusk = new Uint8Array(width * height);
  const row = new Float32Array(width * 3);
  for (let y = 0, i = 0; y < height; y++) {
    model.fillRow(y, { width, height }, row);
    for (let x = 0; x < width; x++, i++) {
      const o = i * 4;
      const [l, a, b] = oklabOf(data[o]!, data[o + 1]!, data[o + 2]!);
      const darker = row[x * 3]! - l;
      // In shadow a backdrop loses colour as it loses light.
      const dimmed = min(1, l / max(0.05, row[x * 3]!));
      const [da, db] = [a - row[x * 3 + 1]! * dimmed, b - row[x * 3 + 2]! * dimmed];
      // Spelt out: Math.hypot costs ten times as much here.
      const chroma = sqrt(da * da + db * db);
      light[i] = l;
      distance[i] = sqrt(darker * darker + chroma * chroma);
      if (darker > 0.06 && darker < 0.56 && chroma < 0.03 && l > 0.49) dusk[i] = 1;
      else if (darker > 0.3 && chroma < 0.03 && l > 0.2 && isTinted(row, x * 3, dimmed, a, b))
        dusk[i] = deep;
      shade[i] = darker > -0.1 && darker < 0.46 && l > 0.47 && chroma < 0.024 ? 1 : 0;
    }
  }
  const smooth = softened(light, width);
  for (let i = 0; i < shade.length; i++) {
    if (!shade[i] && !dusk[i]) continue;
    const slope = slopeAt(smooth, i, width);
    if (slope >= 0.024) shade[i] = 0;
    if (slope >= (dusk[i] === deep ? 0.02 : 0.075)) dusk[i] = 0;
  }
  return { distance, shade, dusk };
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

/** Change of lightness over two pixels: small in shadows and glows, large at the edge of a subject. */
const slopeAt = (light: Float32Array, i: number, width: number): number => {
  const here = light[i]!;
  const across = (light[i + 1] ?? here) - (light[i - 1] ?? here);
  const down = (light[i + width] ?? here) - (light[i - width] ?? here);
  return max(abs(across), abs(down));
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
 * Finds enclosed regions of backdrop colour that are too thick to be lettering or a printed detail.
 */
const enclosedHoles = (
  mask: Readonly<BackdropMask>,
  width: number,
  height: number,
  isHole: (index: number) => boolean,
): number[][] => {
  const holes: number[][] = [];
  const seen = Uint8Array.from(mask);
  const smallest = width * height * 0.0025;
  const thickness = max(3, round(min(width, height) * 0.016));
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] || !isHole(i)) continue;
    const region = spread(seen, width, height, [i], isHole);
    if (region.length < smallest || !isThick(region, seen, width, thickness)) continue;
    holes.push(region);
  }
  return holes;
};

/**
 * Takes away the rim that a shadow leaves where it darkens towards the subject, a few pixels deep at most and only
 * next to shadow, so that outlines in plain light stay as they are; behind it the deep shadow, as far as it is soft.
 */
const peelShadows = (mask: BackdropMask, width: number, height: number, field: Field): void => {
  const side = min(width, height);
  peel(mask, width, field.dusk, max(2, round(side * 0.03)), (i) => field.dusk[i] === 1);
  const before = Uint8Array.from(mask);
  peel(mask, width, field.dusk, round(side * 0.12), (i) => field.dusk[i] === deep);
  dropSpikes(mask, before, width, height);
};

/** Takes the thin remains off that a deep shadow leaves where it ends unevenly; the outline elsewhere stays. */
const dropSpikes = (mask: BackdropMask, before: BackdropMask, width: number, height: number) => {
  const radius = max(2, round(min(width, height) * 0.007));
  const taken = Uint8Array.from(mask, (value, i) => (value && !before[i] ? 1 : 0));
  if (!taken.includes(1)) return;
  const near = growMask(taken, width, height, 3 * radius);
  const opened = growMask(growMask(mask, width, height, radius), width, height, radius, 0);
  for (let i = 0; i < mask.length; i++) if (near[i]) mask[i] = opened[i]!;
};

/** Takes what is marked next to backdrop in shadow, pixel by pixel. */
const peel = (
  mask: BackdropMask,
  width: number,
  dusk: Uint8Array,
  depth: number,
  isMarked: (index: number) => boolean,
): void => {
  let front: number[] = [];
  for (let i = 0; i < mask.length; i++) if (mask[i] && dusk[i]) front.push(i);
  for (let round = 0; round < depth && front.length > 0; round++) {
    const next: number[] = [];
    for (const i of front) {
      for (const j of [i - 1, i + 1, i - width, i + width]) {
        if (j < 0 || j >= mask.length || mask[j] || !isMarked(j)) continue;
        mask[j] = 1;
        next.push(j);
      }
    }
    front = next;
  }
};

/** Each pixel goes with the majority of the 5 × 5 around it, which takes bites and spikes off the outline. */
const smoothed = (mask: BackdropMask, width: number, height: number): BackdropMask => {
  const rows = new Uint8Array(mask.length);
  for (let i = 2; i < mask.length - 2; i++) {
    rows[i] = mask[i - 2]! + mask[i - 1]! + mask[i]! + mask[i + 1]! + mask[i + 2]!;
  }
  const calm = Uint8Array.from(mask);
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      const sum =
        rows[i - 2 * width]! +
        rows[i - width]! +
        rows[i]! +
        rows[i + width]! +
        rows[i + 2 * width]!;
      calm[i] = sum > 12 ? 1 : 0;
    }
  }
  return calm;
};

/** True when a square of twice the radius fits into the region around one of its pixels. */
const isThick = (region: number[], seen: Uint8Array, width: number, radius: number): boolean => {
  const inside = new Set(region);
  const stride = max(1, Math.floor(region.length / 400));
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
