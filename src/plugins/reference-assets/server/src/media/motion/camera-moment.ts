import type { CameraMovement, Mood } from '../../../../shared/contracts/vocabulary';
import { cameraView, easedProgress, type CameraView } from './camera-path';

/** What a camera sees of a scene in two depths at one moment. */
export interface CameraMoment {
  near: CameraView;
  far: CameraView;
  /** Where the focus lies: 0 on the background, 1 on the subject. */
  focus: number;
}

/** How much of the near movement is seen on what is far. */
const farShare = 0.55;

const damped = ({ scale, x, y }: CameraView): CameraView => ({
  scale: 1 - (1 - scale) * farShare,
  x: 0.5 + (x - 0.5) * farShare,
  y: 0.5 + (y - 0.5) * farShare,
});

/** What is seen at `progress`, 0–1: near things move more than far ones, and on an orbit against them. */
export const cameraMoment = (
  movement: CameraMovement,
  progress: number,
  mood?: Mood,
): CameraMoment => {
  const near = cameraView(movement, progress, mood);
  if (movement === 'orbit') {
    // The subject stays where it is while the background passes behind it.
    const calm = { scale: near.scale, x: 0.5 - (near.x - 0.5) * 0.4, y: near.y };
    return { near: calm, far: { ...near, scale: near.scale - 0.01 }, focus: 1 };
  }
  if (movement === 'rack_focus') {
    const focus = easedProgress((progress - 0.15) / 0.5, 1);
    return { near, far: damped(near), focus };
  }
  return { near, far: damped(near), focus: 1 };
};
