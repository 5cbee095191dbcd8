import type { Mood, ShotType } from '../../../../shared/contracts/vocabulary';
import { chromaOf, type Oklab } from '../analysis/oklab';
import type { Scheme } from './scheme';
import type { Random } from './seeded-random';
import { ball, disc, hill, slant, type Shape, type ShapeLook } from './shapes';
import type { Size } from './still-request';
import { rgbOf, tinted } from './tone';

const { min } = Math;

/** What stands on a stage of the brand's own colours where a beat has nothing to show: shapes in two depths. */
export interface Stage {
  far: Shape[];
  near: Shape[];
}

/** What a stage is planned from. */
export interface StageRequest {
  size: Size;
  scheme: Scheme;
  mood: Mood;
  random: Random;
  shot: ShotType;
  /** Which of the stages of its video it is: neighbours are built differently. */
  order: number;
  /** Keeps to the frame's edges: the middle belongs to a logo. */
  isQuiet: boolean;
}

type Family = (request: StageRequest, paints: Paints) => Stage;

/** Paints from the one nearest the wall to the one nearest the viewer, and one that stands out. */
interface Paints {
  steps: [ShapeLook, ShapeLook, ShapeLook];
  accent: ShapeLook;
}

/** Paper hills before a low sun. */
const hills: Family = ({ size, shot, random, isQuiet }, { steps, accent }) => {
  const { width, height } = size;
  const short = min(width, height);
  const top = isQuiet ? 0.86 : width > height ? 0.66 : 0.72;
  const gap = (1.0 - top) / 3;
  const one = (index: 0 | 1 | 2) =>
    hill(
      {
        base: height * (top + gap * index + (isQuiet ? 0.03 : 0.02)),
        swell: height * (isQuiet ? 0.014 : 0.035),
        length: width * (1.1 + 0.5 * random()),
        phase: 6.3 * random(),
      },
      size,
      steps[index],
    );
  const isSquare = Math.abs(Math.log(width / height)) < 0.25;
  const radius = short * ((isSquare ? 0.12 : 0.17) + 0.05 * random()) * nearness(shot);
  const sun = disc(
    {
      x: width * (0.74 + 0.06 * random()),
      y: height * (top + (width < height ? 0 : -0.06)) - radius * 0.5,
      radius,
    },
    size,
    accent,
  );
  return { far: [...(isQuiet ? [] : [sun]), one(0), one(1)], near: [one(2)] };
};

/** Discs around a lower corner, one on the other, and a ball before them. */
const rings: Family = ({ size, shot, random, isQuiet }, { steps, accent }) => {
  const { width, height } = size;
  const short = min(width, height);
  const reach = isQuiet ? 0.42 : Math.min(0.86, 0.74 * nearness(shot));
  const centre = { x: width * (isQuiet ? 1.02 : 0.9), y: height * 1.02 };
  const one = (index: 0 | 1 | 2) =>
    disc({ ...centre, radius: short * reach * (1 - 0.27 * index) }, size, steps[index]);
  const radius = short * (isQuiet ? 0.07 : 0.1 + 0.03 * random());
  const front = ball(
    {
      x: isQuiet ? width * 0.05 : centre.x - short * (0.66 + 0.08 * random()),
      y: height * (isQuiet ? 0.97 : 0.9) - radius * 0.3,
      radius,
    },
    size,
    accent,
  );
  return { far: [one(0), one(1)], near: [one(2), front] };
};

/** Slanting sheets that come in from the right. */
const sheets: Family = ({ size, random, isQuiet }, { steps, accent }) => {
  const { width, height } = size;
  const angle = 0.36 + 0.12 * random();
  // Half the frame's extent along the slant: from there on a sheet is out of the frame.
  const half = (Math.cos(angle) * width + Math.sin(angle) * height) / 2;
  const at = isQuiet ? [0.86, 0.9, 0.94, 0.97] : [0.34, 0.52, 0.68, 0.84];
  const one = (index: number, look: ShapeLook) =>
    slant({ angle, from: half * at[index]! }, size, look);
  return {
    far: [one(0, steps[0]), one(1, steps[1])],
    near: [one(2, accent), one(3, steps[2])],
  };
};

const families: readonly Family[] = [hills, rings, sheets];

/** The family that a mood begins with. */
const firstOf: Record<Mood, number> = {
  ...{ calm: 0, warm: 0, elegant: 0, fresh: 1, playful: 1, confident: 1 },
  ...{ energetic: 2, dramatic: 2 },
};

/** Plans a stage; the same request gives the same one. */
export const planStage = (request: StageRequest): Stage => {
  const { mood, order, isQuiet, scheme } = request;
  // An end card is its mood's own, whichever number it has.
  const family = families[(firstOf[mood] + (isQuiet ? 0 : order)) % families.length]!;
  return family(request, paintsOf(scheme, isQuiet));
};

/** How near a shot is: its shapes are larger. */
const nearness = (shot: ShotType): number => {
  if (['extreme_close_up', 'detail_showcase', 'close_up'].includes(shot)) return 1.3;
  return ['wide', 'lifestyle_context'].includes(shot) ? 0.8 : 1;
};

const paintsOf = ({ wall, accent }: Scheme, isQuiet: boolean): Paints => {
  // Light walls get darker sheets, dark ones lighter.
  const away = wall[0] > 0.6 ? -1 : 1;
  const stride = isQuiet ? 0.03 : 0.055;
  const step = (index: number): ShapeLook => ({
    color: rgbOf(richer(wall, wall[0] + away * stride * index, 1 + 0.22 * index)),
    depth: isQuiet ? 0.5 : 0.8,
  });
  // Another hue stands out by itself and keeps its light; the same one needs a clear step.
  const isOther = Math.hypot(accent[1] - wall[1], accent[2] - wall[2]) > 0.08;
  const apart = isQuiet ? 0.1 : isOther ? 0.06 : 0.2;
  return {
    steps: [step(1), step(2), step(3)],
    accent: {
      color: rgbOf(richer(accent, wall[0] + away * apart, isOther ? 1.25 : 1)),
      depth: isQuiet ? 0.5 : 0.9,
    },
  };
};

const mostChroma = 0.16;

const richer = (color: Oklab, lightness: number, chroma: number): Oklab =>
  tinted(color, lightness, Math.min(chroma, mostChroma / Math.max(0.001, chromaOf(color))));
