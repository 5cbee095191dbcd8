import type { Planes } from './print';

/**
 * Where the frame of one picture lies in another: its centre as a share of the other's width and height, its size as
 * a share of the other's, turned by `angle` radians.
 */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
  angle: number;
}

/** Value of a plane between its pixels; `x` and `y` count in pixels from the centre of the first. */
const between = (plane: Float32Array, side: number, x: number, y: number): number => {
  const left = Math.max(0, Math.min(side - 2, Math.floor(x)));
  const top = Math.max(0, Math.min(side - 2, Math.floor(y)));
  const fx = Math.max(0, Math.min(1, x - left));
  const fy = Math.max(0, Math.min(1, y - top));
  const at = top * side + left;
  const upper = plane[at]! + (plane[at + 1]! - plane[at]!) * fx;
  const lower = plane[at + side]! + (plane[at + side + 1]! - plane[at + side]!) * fx;
  return upper + (lower - upper) * fy;
};

/** Beyond this share outside of the other picture nothing is read. */
const BRIM = 0.004;

/**
 * Reads planes of a picture through a frame laid on it.
 *
 * Shape:  `count` × `count` values a plane; what lies outside of the picture is NaN.
 * Units:  `aspect` is width by height of the picture that is read.
 */
export const readThrough = (
  { side, luma, rgb }: Planes,
  place: Place,
  aspect: number,
  count: number,
  what: 'luma' | 'rgb',
): Float32Array[] => {
  const planes = what === 'luma' ? [luma] : rgb;
  const out = planes.map(() => new Float32Array(count * count));
  const [cos, sin] = [Math.cos(place.angle), Math.sin(place.angle)];
  for (let v = 0, at = 0; v < count; v += 1) {
    const dy = ((v + 0.5) / count - 0.5) * place.height;
    for (let u = 0; u < count; u += 1, at += 1) {
      const dx = ((u + 0.5) / count - 0.5) * place.width * aspect;
      const x = place.x + (dx * cos - dy * sin) / aspect;
      const y = place.y + (dx * sin + dy * cos);
      const isInside = x > -BRIM && y > -BRIM && x < 1 + BRIM && y < 1 + BRIM;
      planes.forEach((plane, c) => {
        out[c]![at] = isInside ? between(plane, side, x * side - 0.5, y * side - 0.5) : NaN;
      });
    }
  }
  return out;
};

/** Correlation of two planes where neither is NaN; 0 when they share less than `share` of their cells. */
export const correlateInside = (a: Float32Array, b: Float32Array, share: number): number => {
  let [n, sa, sb, sab, saa, sbb] = [0, 0, 0, 0, 0, 0];
  for (let p = 0; p < a.length; p += 1) {
    const [x, y] = [a[p]!, b[p]!];
    if (x !== x || y !== y) continue;
    n += 1;
    sa += x;
    sb += y;
    sab += x * y;
    saa += x * x;
    sbb += y * y;
  }
  if (n < share * a.length) return 0;
  const spread = (saa - (sa * sa) / n) * (sbb - (sb * sb) / n);
  return spread > 1e-6 ? (sab - (sa * sb) / n) / Math.sqrt(spread) : 0;
};
