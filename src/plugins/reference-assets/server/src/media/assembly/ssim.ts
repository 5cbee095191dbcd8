const [side, step] = [8, 4];
const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

/**
 * Structural similarity of two pictures of one size by their brightness: 1 for equal ones.
 *
 * Shape:  width × height, 8 bit; windows of 8 × 8 that overlap by half.
 * Source: Wang, Bovik, Sheikh, Simoncelli, "Image Quality Assessment", 2004, constants .01 and .03.
 */
export const ssim = (
  one: Uint8Array,
  other: Uint8Array,
  { width, height }: { width: number; height: number },
): number => {
  let [sum, count] = [0, 0];
  for (const top of starts(height)) {
    for (const left of starts(width)) {
      sum += windowLikeness(
        one,
        other,
        width,
        top,
        left,
        Math.min(side, width),
        Math.min(side, height),
      );
      count++;
    }
  }
  return sum / count;
};

/** Where windows begin along one side; the last one ends at the edge. */
const starts = (length: number): number[] => {
  const last = Math.max(0, length - side);
  const places = [];
  for (let at = 0; at < last; at += step) places.push(at);
  return [...places, last];
};

const windowLikeness = (
  one: Uint8Array,
  other: Uint8Array,
  stride: number,
  top: number,
  left: number,
  width: number,
  height: number,
): number => {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let row = top; row < top + height; row++) {
    for (let at = row * stride + left, end = at + width; at < end; at++) {
      const [x, y] = [one[at]!, other[at]!];
      a += x;
      b += y;
      aa += x * x;
      bb += y * y;
      ab += x * y;
    }
  }
  const n = width * height;
  const [meanA, meanB] = [a / n, b / n];
  const [varA, varB, both] = [aa / n - meanA ** 2, bb / n - meanB ** 2, ab / n - meanA * meanB];
  return (
    ((2 * meanA * meanB + c1) * (2 * both + c2)) /
    ((meanA ** 2 + meanB ** 2 + c1) * (varA + varB + c2))
  );
};
