import type { Mood } from '../../../../shared/contracts/vocabulary';
import { lightAt, lightPlate, type Light } from './light';
import { paintShapes } from './paint-shapes';
import { createPlate, type Plate } from './plate';
import type { Scheme } from './scheme';
import type { Stage } from './stage';
import { paintTitle, type StageTitle } from './stage-title';
import type { Size } from './still-request';
import { mix, rgbOf } from './tone';

/** A stage with everything it is painted from. */
export interface StageSet {
  size: Size;
  mood: Mood;
  scheme: Scheme;
  light: Light;
  stage: Stage;
  title: StageTitle | null;
  /** True when no logo will stand in its middle: words may. */
  isOpen: boolean;
}

/** What is far on a stage: the wall, lighter above, and the shapes before it. */
export const paintStageBack = ({ size, mood, scheme, light, stage }: StageSet): Plate => {
  const plate = createPlate(size);
  const wall = scheme.flat ?? rgbOf(scheme.wall);
  for (let y = 0, o = 0; y < size.height; y++) {
    const shade = scheme.flat ? 1 : mix(1.04, 0.95, y / size.height);
    for (let x = 0; x < size.width; x++, o += 3)
      for (let c = 0; c < 3; c++) plate.data[o + c] = Math.min(255, wall[c]! * shade);
  }
  paintShapes(plate, stage.far, () => 1);
  if (!scheme.flat) lightPlate(plate, mood, light);
  return plate;
};

/** What is near on a stage, laid over a plate: the shapes in front and the words. */
export const paintStageFront = (
  plate: Plate,
  { mood, scheme, light, stage, title }: StageSet,
): void => {
  paintShapes(plate, stage.near, scheme.flat ? () => 1 : lightAt(plate, mood, light));
  if (title) paintTitle(plate, title);
};
