import type { ShotType } from '../../../../shared/contracts/vocabulary';
import type { Box, Size } from './still-request';

/** How a shot type sees its subject; fractions of the frame in 16:9. */
export interface Framing {
  /** Most of the frame the subject may take. */
  width: number;
  height: number;
  /** Where the subject stands, from the top. */
  baseline: number;
  /** How far the subject may stand from the middle. */
  aside: number;
  /** Blur of a photographed background, px at 720 lines. */
  blur: number;
  view: 'eye' | 'top';
  /** The subject may reach beyond the frame. */
  crops: boolean;
  /** The subject hovers above the ground. */
  floats: boolean;
  /** Where the floor meets the wall, from the top. */
  horizon: number;
}

const eye = { aside: 0, blur: 6, view: 'eye', crops: false, floats: false } as const;

const framings: Record<ShotType, Framing> = {
  close_up: { ...eye, width: 0.66, height: 0.82, baseline: 0.94, blur: 11, horizon: 0.8 },
  medium: { ...eye, width: 0.5, height: 0.6, baseline: 0.86, aside: 0.04, horizon: 0.7 },
  wide: { ...eye, width: 0.36, height: 0.38, baseline: 0.82, aside: 0.15, blur: 1.6, horizon: 0.7 },
  extreme_close_up: {
    ...eye,
    width: 1.5,
    height: 1.5,
    baseline: 1.2,
    blur: 14,
    crops: true,
    horizon: 2,
  },
  hero_shot: { ...eye, width: 0.56, height: 0.62, baseline: 0.84, horizon: 0.72 },
  detail_showcase: {
    ...eye,
    width: 1.15,
    height: 1.25,
    baseline: 1.12,
    aside: 0.08,
    blur: 13,
    crops: true,
    horizon: 2,
  },
  lifestyle_context: {
    ...eye,
    width: 0.4,
    height: 0.48,
    baseline: 0.87,
    aside: 0.17,
    blur: 3.2,
    horizon: 0.74,
  },
  action_shot: {
    ...eye,
    width: 0.56,
    height: 0.58,
    baseline: 0.76,
    aside: 0.06,
    floats: true,
    blur: 5,
    horizon: 0.78,
  },
  overhead: { ...eye, width: 0.56, height: 0.66, baseline: 0.84, view: 'top', horizon: 0 },
  dramatic_angle: {
    ...eye,
    width: 0.66,
    height: 0.8,
    baseline: 0.95,
    aside: 0.07,
    blur: 8,
    horizon: 0.84,
  },
  product_in_motion: {
    ...eye,
    width: 0.5,
    height: 0.5,
    baseline: 0.72,
    aside: 0.1,
    floats: true,
    horizon: 0.78,
  },
};

/** How a shot type sees its subject in a frame of this shape. */
export const framingOf = (shot: ShotType, { width, height }: Size): Framing => {
  const framing = framings[shot];
  const ratio = width / height;
  if (ratio > 1.5 || framing.crops) return framing;
  const tall = Math.min(1, (1.5 - ratio) / 0.95);
  return {
    ...framing,
    width: Math.min(0.84, framing.width * (1 + 0.75 * tall)),
    height: framing.height * (1 - 0.22 * tall),
    aside: framing.aside * (1 - 0.6 * tall),
    baseline: framing.view === 'top' ? framing.baseline : framing.baseline - 0.13 * tall,
    horizon: framing.horizon > 1 ? framing.horizon : framing.horizon - 0.1 * tall,
  };
};

/** Pictures are not blown up further than this, px for px. */
const largestScale = 2.4;

/** Where a subject of this size stands in the frame; whole px, maybe beyond the frame when the framing crops. */
export const placeSubject = (
  subject: Size,
  frame: Size,
  framing: Framing,
  centre: number,
): { box: Box; scale: number } => {
  const across = (framing.width * frame.width) / subject.width;
  const up = (framing.height * frame.height) / subject.height;
  const wanted = framing.crops
    ? Math.max(Math.min(across, up), fillScale(subject, frame))
    : Math.min(across, up);
  const scale = Math.min(largestScale, wanted);
  const width = Math.max(1, Math.round(subject.width * scale));
  const height = Math.max(1, Math.round(subject.height * scale));
  const middle = frame.height * (framing.crops || framing.view === 'top' ? 0.5 : framing.baseline);
  const below = framing.crops || framing.view === 'top' ? height / 2 : height;
  // A small picture that may not be enlarged enough is no close-up: it stands in the middle instead of at the edge.
  return {
    scale,
    box: {
      x: Math.round(centre * frame.width - width / 2),
      y: Math.round(middle - below),
      width,
      height,
    },
  };
};

/** Scale at which the subject just covers most of the frame in one direction. */
const fillScale = (subject: Size, frame: Size): number =>
  1.06 * Math.max(frame.width / subject.width, frame.height / subject.height) * 0.8;

/** The part of a box inside the frame; null when nothing is. */
export const clipped = (box: Box, frame: Size): Box | null => {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(frame.width, box.x + box.width) - x;
  const height = Math.min(frame.height, box.y + box.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
};
