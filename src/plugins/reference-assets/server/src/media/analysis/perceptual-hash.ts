import { averageDown, lumaOf, onGround, type Raster } from './raster';

const SIDE = 32;
const LOW = 8;

// cosines[u][x] of a DCT-II over 32 samples; only the 8 lowest frequencies are needed.
const cosines = Array.from({ length: LOW }, (_, u) =>
  Float64Array.from({ length: SIDE }, (_unused, x) => Math.cos(((2 * x + 1) * u * Math.PI) / 64)),
);

/** The 8 × 8 lowest frequencies of a 32 × 32 grey picture, row by row. */
const lowFrequencies = (luma: Uint8Array): number[] => {
  const rows = Array.from({ length: SIDE }, (_, y) =>
    cosines.map((wave) => {
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) sum += luma[y * SIDE + x]! * wave[x]!;
      return sum;
    }),
  );
  return cosines.flatMap((wave) =>
    cosines.map((_, u) => rows.reduce((sum, row, y) => sum + row[u]! * wave[y]!, 0)),
  );
};

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * Perceptual hash (pHash): sign of each low DCT frequency against their median.
 *
 * Transparent parts are seen on a plain ground, so that a cut-out and its flattened copy agree.
 * Shape:  64 bits as 16 hex digits, rows of frequencies from the lowest.
 */
export const perceptualHash = (raster: Raster): string => {
  const frequencies = lowFrequencies(lumaOf(averageDown(onGround(raster), SIDE, SIDE)));
  // The mean brightness is left out of the median, which it would only pull; a margin keeps rounding silent.
  const limit = median(frequencies.slice(1)) + 1e-6;
  let hash = '';
  for (let at = 0; at < 64; at += 4) {
    const bits = frequencies.slice(at, at + 4).map((value) => (value > limit ? '1' : '0'));
    hash += parseInt(bits.join(''), 2).toString(16);
  }
  return hash;
};

/** Number of differing bits of two perceptual hashes, 0–64. */
export const hashDistance = (one: string, other: string): number => {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
  return count;
};
