/** How a difference of colour is spread: along with the colours themselves, or scattered. Root mean squares, 0–255. */
export interface ColourDrift {
  /** The part that follows from what was there: another hue, a tint, less colour everywhere. */
  drift: number;
  /** The rest: what compression and resampling leave here and there. */
  scatter: number;
}

/** Spread below which a direction of colour says nothing, per cell, squared. */
const LEAST_SPREAD = 1;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let p = 0; p < a.length; p += 1) sum += a[p]! * b[p]!;
  return sum;
};

/** Directions that stand at right angles to each other, of those given; what adds nothing new is left out. */
const orthogonal = (columns: readonly Float64Array[]): Float64Array[] => {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = Float64Array.from(column);
    for (const known of basis) {
      const share = dot(rest, known);
      for (let p = 0; p < rest.length; p += 1) rest[p]! -= share * known[p]!;
    }
    const length = dot(rest, rest);
    if (length < LEAST_SPREAD * rest.length) continue;
    const scale = 1 / Math.sqrt(length);
    basis.push(rest.map((value) => value * scale));
  }
  return basis;
};

/** A place that two pictures share: [red − luma, blue − luma] and luma of each, 0–255. */
export interface SharedCell {
  chroma: readonly [one: readonly [number, number], other: readonly [number, number]];
  luma: readonly [one: number, other: number];
}

const seenFrom = (cells: readonly SharedCell[], from: 0 | 1): ColourDrift => {
  const column = (value: (cell: SharedCell) => number) => Float64Array.from(cells, value);
  const basis = orthogonal([
    column(() => 1),
    column(({ luma }) => luma[from]),
    column(({ chroma }) => chroma[from][0]),
    column(({ chroma }) => chroma[from][1]),
  ]);
  const apart = [0, 1].map((c) => column(({ chroma: [one, other] }) => other[c]! - one[c]!));
  const whole = apart.reduce((sum, plane) => sum + dot(plane, plane), 0);
  const explained = apart.reduce(
    (sum, plane) => sum + basis.reduce((inner, axis) => inner + dot(plane, axis) ** 2, 0),
    0,
  );
  const rms = (squares: number) => Math.sqrt(Math.max(0, squares) / Math.max(1, cells.length));
  return { drift: rms(explained), scatter: rms(whole - explained) };
};

/**
 * Splits the difference of two pictures in colour into what a rule on the colours of one explains (least squares on its
 * red and blue beside its light, its light, and a constant) and the rest. Saving a picture again scatters; painting it
 * drifts, from whichever of the two it is seen: the lesser drift counts.
 */
export const colourDrift = (cells: readonly SharedCell[]): ColourDrift => {
  const [one, other] = [seenFrom(cells, 0), seenFrom(cells, 1)];
  return one.drift <= other.drift ? one : other;
};
