import type { MovingStill } from '../motion/camera-frames';
import type { StillMovement } from '../tasks';
import { layersOf } from './layers-of';

/** A still as it is to be moved: in two depths where what it was composed of still gives them. */
export const movingDepths = ({ scene, ...moving }: StillMovement): MovingStill =>
  scene ? { ...moving, layers: () => layersOf(moving.still, scene) } : moving;
