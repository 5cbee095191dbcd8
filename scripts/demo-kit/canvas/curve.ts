export interface Point {
  x: number;
  y: number;
}

/** A point on a curve with the direction the curve runs in, unit length. */
export interface Station extends Point {
  dx: number;
  dy: number;
}

/** Cubic Bézier: start, two handles, end, as eight numbers. */
export type Cubic = [number, number, number, number, number, number, number, number];

const at = (c: Cubic, t: number): Station => {
  const s = 1 - t;
  const point = (a: number, b: number, d: number, e: number) =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * d + t * t * t * e;
  const slope = (a: number, b: number, d: number, e: number) =>
    s * s * (b - a) + 2 * s * t * (d - b) + t * t * (e - d);
  const dx = slope(c[0], c[2], c[4], c[6]);
  const dy = slope(c[1], c[3], c[5], c[7]);
  const length = Math.hypot(dx, dy) || 1;
  return {
    x: point(c[0], c[2], c[4], c[6]),
    y: point(c[1], c[3], c[5], c[7]),
    dx: dx / length,
    dy: dy / length,
  };
};

/** `count` points spread evenly in length over joined curves, ends included. */
export const stations = (curves: Cubic[], count: number): Station[] => {
  const fine = curves.flatMap((curve) => Array.from({ length: 101 }, (_, i) => at(curve, i / 100)));
  const lengths = [0];
  for (let i = 1; i < fine.length; i += 1)
    lengths.push(lengths[i - 1] + Math.hypot(fine[i].x - fine[i - 1].x, fine[i].y - fine[i - 1].y));
  const total = lengths[lengths.length - 1];
  let cursor = 0;
  return Array.from({ length: count }, (_, i) => {
    const wanted = count === 1 ? 0 : (total * i) / (count - 1);
    while (cursor < fine.length - 1 && lengths[cursor] < wanted) cursor += 1;
    return fine[cursor];
  });
};

/** SVG path data through points. */
export const polyline = (points: Point[], closed = false) =>
  points.map((p, i) => `${i === 0 ? 'M' : 'L'}${p.x.toFixed(1)},${p.y.toFixed(1)}`).join('') +
  (closed ? 'Z' : '');

/** SVG path data of joined curves. */
export const curvePath = (curves: Cubic[]) =>
  `M${curves[0][0]},${curves[0][1]}` + curves.map((c) => `C${c.slice(2).join(' ')}`).join('');
