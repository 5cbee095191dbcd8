interface Gradient {
  dx: Int16Array;
  dy: Int16Array;
  /** |dx| + |dy|, framed by one zero on every side. */
  magnitude: Int32Array;
}

/** Sobel 3×3 with the border pixels repeated outwards. */
const sobel = (luma: Uint8Array, width: number, height: number): Gradient => {
  const dx = new Int16Array(width * height);
  const dy = new Int16Array(width * height);
  const magnitude = new Int32Array((width + 2) * (height + 2));
  for (let y = 0; y < height; y += 1) {
    const here = y * width;
    const above = y > 0 ? here - width : here;
    const below = y < height - 1 ? here + width : here;
    const frame = (y + 1) * (width + 2) + 1;
    for (let x = 0; x < width; x += 1) {
      const l = x > 0 ? x - 1 : 0;
      const r = x < width - 1 ? x + 1 : x;
      const corners = luma[below + r]! - luma[above + l]!;
      const others = luma[above + r]! - luma[below + l]!;
      const gx = corners + others + 2 * (luma[here + r]! - luma[here + l]!);
      const gy = corners - others + 2 * (luma[below + x]! - luma[above + x]!);
      dx[here + x] = gx;
      dy[here + x] = gy;
      magnitude[frame + x] = Math.abs(gx) + Math.abs(gy);
    }
  }
  return { dx, dy, magnitude };
};

// tan(22.5°) in OpenCV's 15-bit fixed point.
const tan22 = 13573;

/** Whether a pixel is the crest of its edge, by OpenCV's sectors and tie rules. */
const isCrest = (magnitude: Int32Array, at: number, stride: number, gx: number, gy: number) => {
  const m = magnitude[at]!;
  const x = Math.abs(gx) * tan22;
  const y = Math.abs(gy) << 15;
  if (y < x) return m > magnitude[at - 1]! && m >= magnitude[at + 1]!;
  if (y > x + (Math.abs(gx) << 16)) {
    return m > magnitude[at - stride]! && m >= magnitude[at + stride]!;
  }
  const s = (gx ^ gy) < 0 ? -1 : 1;
  return m > magnitude[at - stride - s]! && m > magnitude[at + stride + s]!;
};

const CANDIDATE = 1;
const EDGE = 255;

/** Marks every candidate that touches an edge, over any of its 8 neighbours, as an edge too. */
const followEdges = (marks: Uint8Array, stride: number, seeds: number[]): void => {
  const around = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1];
  for (let at = seeds.pop(); at !== undefined; at = seeds.pop()) {
    for (const step of around) {
      if (marks[at + step] !== CANDIDATE) continue;
      marks[at + step] = EDGE;
      seeds.push(at + step);
    }
  }
};

/**
 * Canny edges of a grey picture.
 *
 * Shape:  `luma` and the result width × height, 8 bit; 255 on an edge, else 0.
 * Units:  `low` and `high` are sums |dx| + |dy| of a 3×3 Sobel.
 * Source: OpenCV 4 `Canny(image, low, high)` (aperture 3, L1 norm), pixel for pixel.
 */
export const cannyEdges = (
  luma: Uint8Array,
  width: number,
  height: number,
  low = 100,
  high = 200,
): Uint8Array => {
  const { dx, dy, magnitude } = sobel(luma, width, height);
  const stride = width + 2;
  const marks = new Uint8Array(stride * (height + 2));
  const seeds: number[] = [];
  for (let y = 0, p = 0; y < height; y += 1) {
    for (let x = 0, at = (y + 1) * stride + 1; x < width; x += 1, at += 1, p += 1) {
      const m = magnitude[at]!;
      if (m <= low || !isCrest(magnitude, at, stride, dx[p]!, dy[p]!)) continue;
      marks[at] = m > high ? EDGE : CANDIDATE;
      if (m > high) seeds.push(at);
    }
  }
  followEdges(marks, stride, seeds);
  const edges = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = (y + 1) * stride + 1;
    for (let x = 0; x < width; x += 1) if (marks[row + x] === EDGE) edges[y * width + x] = EDGE;
  }
  return edges;
};
