import type { Drawing } from '../../../../../shared/contracts/reviews';

export type Stroke = Drawing['strokes'][number];
export type Ink = Stroke['color'];

/** How each colour looks on a picture, in the light and in the dark alike: the picture does not follow the theme. */
export const inks: Record<Ink, string> = {
  red: '#ff3b30',
  yellow: '#ffd60a',
  green: '#30d158',
  blue: '#0a84ff',
  white: '#ffffff',
};

/** The pen's width as a share of the picture's. */
export const penWidth = 0.006;

/** Fewer points than this apart are not worth keeping; a share of the picture. */
const closest = 0.003;
const mostPoints = 500;

/** A stroke with one more point, unless that is next to the last or the stroke is full. */
export const withPoint = (stroke: Stroke, point: [number, number]): Stroke => {
  const last = stroke.points.at(-1);
  const isNear = last && Math.hypot(last[0] - point[0], last[1] - point[1]) < closest;
  if (isNear || stroke.points.length >= mostPoints) return stroke;
  return { ...stroke, points: [...stroke.points, point] };
};
