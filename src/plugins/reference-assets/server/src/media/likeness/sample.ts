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

/** Beyond this share outside of the other picture nothing is read. */
const BRIM = 0.004;

const clampTo = (value: number, most: number): number =>
  value < 0 ? 0 : value > most ? most : value;

/**
 * Reads one plane of a picture through a frame laid on it, between its pixels.
 *
 * Shape:  `count` × `count` values; what lies outside of the picture is NaN.
 * Units:  `side` px of the square plane; `aspect` is width by height of the picture that is read.
 */
export const readThrough = (
  plane: Float32Array,
  side: number,
  place: Place,
  aspect: number,
  count: number,
): Float32Array => {
  const out = new Float32Array(count * count);
  const [cos, sin] = [Math.cos(place.angle), Math.sin(place.angle)];
  const last = side - 1;
  for (let v = 0, at = 0; v < count; v += 1) {
    const dy = ((v + 0.5) / count - 0.5) * place.height;
    for (let u = 0; u < count; u += 1, at += 1) {
      const dx = ((u + 0.5) / count - 0.5) * place.width * aspect;
      const x = place.x + (dx * cos - dy * sin) / aspect;
      const y = place.y + (dx * sin + dy * cos);
      if (x <= -BRIM || y <= -BRIM || x >= 1 + BRIM || y >= 1 + BRIM) {
        out[at] = NaN;
        continue;
      }
      const px = clampTo(x * side - 0.5, last);
      const py = clampTo(y * side - 0.5, last);
      const left = px >= last ? last - 1 : px | 0;
      const top = py >= last ? last - 1 : py | 0;
      const fx = px - left;
      const from = top * side + left;
      const upper = plane[from]! + (plane[from + 1]! - plane[from]!) * fx;
      const lower = plane[from + side]! + (plane[from + side + 1]! - plane[from + side]!) * fx;
      out[at] = upper + (lower - upper) * (py - top);
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
