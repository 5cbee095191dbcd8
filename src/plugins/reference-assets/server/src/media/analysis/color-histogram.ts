import { oklabOf, type Oklab } from './oklab';
import { VISIBLE_ALPHA, type Raster } from './raster';

/** Pixels of nearly one colour, taken together. */
export interface ColorBin {
  lab: Oklab;
  /** Mean colour, 0–255 each, not rounded. */
  mean: [number, number, number];
  pixels: number;
}

// Sum of channel differences above which two neighbours are of different colours.
const STEP = 24;
const BITS = 5;
// Enough pixels to know a share to a fraction of a per cent.
const SAMPLES = 30_000;

const differs = (data: Uint8Array, p: number, q: number): boolean =>
  Math.abs(data[p]! - data[q]!) +
    Math.abs(data[p + 1]! - data[q + 1]!) +
    Math.abs(data[p + 2]! - data[q + 2]!) +
    Math.abs(data[p + 3]! - data[q + 3]!) >
  STEP;

/** Whether a pixel differs from both neighbours of a row or column: anti-aliasing, a hairline, a thin border. */
const isTransition = ({ data, width, height }: Raster, x: number, y: number): boolean => {
  const i = (y * width + x) * 4;
  const row = width * 4;
  return (
    (x > 0 && x < width - 1 && differs(data, i, i - 4) && differs(data, i, i + 4)) ||
    (y > 0 && y < height - 1 && differs(data, i, i - row) && differs(data, i, i + row))
  );
};

interface Countable {
  visible: Uint32Array;
  inner: Uint32Array;
}

/** Offsets of the visible pixels of a regular grid, and of those among them that are no transition. */
const countable = (raster: Raster, minimumAlpha: number): Countable => {
  const { data, width, height } = raster;
  const step = Math.max(1, Math.round(Math.sqrt((width * height) / SAMPLES)));
  const room = Math.ceil(width / step) * Math.ceil(height / step);
  const visible = new Uint32Array(room);
  const inner = new Uint32Array(room);
  let visibleCount = 0;
  let innerCount = 0;
  for (let y = 0; y < height; y += step) {
    for (let x = 0, i = y * width * 4; x < width; x += step, i += 4 * step) {
      if (data[i + 3]! < minimumAlpha) continue;
      visible[visibleCount++] = i;
      if (!isTransition(raster, x, y)) inner[innerCount++] = i;
    }
  }
  return { visible: visible.subarray(0, visibleCount), inner: inner.subarray(0, innerCount) };
};

const countedOffsets = (raster: Raster): Uint32Array => {
  let { visible, inner } = countable(raster, VISIBLE_ALPHA);
  // Glass and smoke: nothing is opaque enough, so what little shows is what counts.
  if (visible.length === 0) ({ visible, inner } = countable(raster, 16));
  return inner.length >= visible.length / 4 ? inner : visible;
};

/**
 * The colours of a picture counted in bins, without transparent pixels and without the mixed pixels along edges.
 *
 * A picture that is nearly all edges (foliage, fabric) is counted whole. Empty when nothing is visible.
 */
export const countColors = (raster: Raster): ColorBin[] => {
  const { data } = raster;
  const pixels = new Uint32Array(1 << (3 * BITS));
  const sums = new Uint32Array(pixels.length * 3);
  const shift = 8 - BITS;
  for (const i of countedOffsets(raster)) {
    const r = data[i]!;
    const g = data[i + 1]!;
    const b = data[i + 2]!;
    const key = ((r >> shift) << (2 * BITS)) | ((g >> shift) << BITS) | (b >> shift);
    pixels[key]! += 1;
    sums[key * 3]! += r;
    sums[key * 3 + 1]! += g;
    sums[key * 3 + 2]! += b;
  }
  const bins: ColorBin[] = [];
  pixels.forEach((count, key) => {
    if (count === 0) return;
    const mean = (channel: number): number => sums[key * 3 + channel]! / count;
    const [r, g, b] = [mean(0), mean(1), mean(2)];
    const lab = oklabOf(Math.round(r), Math.round(g), Math.round(b));
    bins.push({ lab, mean: [r, g, b], pixels: count });
  });
  return bins;
};
