import type { CameraMovement, Mood } from '../../../../shared/contracts/vocabulary';

/** What the camera sees of a still at one moment. */
export interface CameraView {
  /** Width of the view as a fraction of the still, 0–1. */
  scale: number;
  /** Centre of the view as a fraction of the still, 0–1. */
  x: number;
  y: number;
}

/** Beginning and end of each movement. The view never leaves the still. */
const keyViews: Record<CameraMovement, { from: CameraView; to: CameraView }> = {
  static: { from: { scale: 1, x: 0.5, y: 0.5 }, to: { scale: 1, x: 0.5, y: 0.5 } },
  push_in: { from: { scale: 1, x: 0.5, y: 0.5 }, to: { scale: 0.88, x: 0.5, y: 0.515 } },
  pull_out: { from: { scale: 0.88, x: 0.5, y: 0.515 }, to: { scale: 1, x: 0.5, y: 0.5 } },
  pan_left: { from: { scale: 0.9, x: 0.55, y: 0.5 }, to: { scale: 0.9, x: 0.45, y: 0.5 } },
  pan_right: { from: { scale: 0.9, x: 0.45, y: 0.5 }, to: { scale: 0.9, x: 0.55, y: 0.5 } },
  tilt_up: { from: { scale: 0.9, x: 0.5, y: 0.55 }, to: { scale: 0.9, x: 0.5, y: 0.45 } },
  tilt_down: { from: { scale: 0.9, x: 0.5, y: 0.45 }, to: { scale: 0.9, x: 0.5, y: 0.55 } },
  orbit: { from: { scale: 0.94, x: 0.47, y: 0.5 }, to: { scale: 0.94, x: 0.53, y: 0.5 } },
  rack_focus: { from: { scale: 0.985, x: 0.5, y: 0.5 }, to: { scale: 0.955, x: 0.5, y: 0.5 } },
};

/** How much of the time a movement spends starting and stopping, 0–1. */
const easeShare: Partial<Record<Mood, number>> = { energetic: 0.35, dramatic: 0.9, playful: 0.4 };

/**
 * What the camera sees at `progress` through a beat: eased at both ends, an orbit on an arc.
 *
 * Units: `progress` 0–1 over the beat's frames.
 */
export const cameraView = (movement: CameraMovement, progress: number, mood?: Mood): CameraView => {
  const { from, to } = keyViews[movement];
  const eased = easedProgress(progress, (mood && easeShare[mood]) ?? 0.6);
  const mix = (a: number, b: number) => a + (b - a) * eased;
  const arc = movement === 'orbit' ? Math.sin(Math.PI * eased) : 0;
  return {
    scale: mix(from.scale, to.scale) - 0.03 * arc,
    x: mix(from.x, to.x),
    y: mix(from.y, to.y) - 0.012 * arc,
  };
};

/** Constant speed in the middle, cosine ramps at both ends that together take `share` of the time. */
export const easedProgress = (moment: number, share: number): number => {
  const progress = Math.min(1, Math.max(0, moment));
  const ramp = share / 2;
  const travelled = (t: number): number =>
    t < ramp ? (t - (ramp / Math.PI) * Math.sin((Math.PI * t) / ramp)) / 2 : t - ramp / 2;
  const total = 1 - ramp;
  return progress <= 0.5 ? travelled(progress) / total : 1 - travelled(1 - progress) / total;
};
