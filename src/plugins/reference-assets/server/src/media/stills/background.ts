import type { AspectMismatch, Mood } from '../../../../shared/contracts/vocabulary';
import type { Raster } from '../analysis/raster';
import { paintDesignedSet, type Pedestal } from './designed-set';
import { layGround, layTabletop, materialOf } from './floor';
import type { Framing } from './framing';
import { gradePhoto, lightPlate, type Light } from './light';
import { fittedPlate } from './fitted-plate';
import { coverPlate, type Plate } from './plate';
import type { Scheme } from './scheme';
import { seededRandom } from './seeded-random';
import { paintStageBack, type StageSet } from './stage-plate';
import type { Size, Still } from './still-request';
import { meanColor, rgbOf, tinted } from './tone';

/** Everything a background is made from. */
export interface BackgroundRequest {
  /** Painted instead of anything else where there is no picture. */
  stage: StageSet | null;
  size: Size;
  mood: Mood;
  framing: Framing;
  /** True when nothing stands in front: then the background itself is the shot. */
  isEmpty: boolean;
  scheme: Scheme;
  environment: Raster | null;
  texture: Raster | null;
  /** Middle of the subject across the frame, 0–1. */
  centre: number;
  pedestal: Pedestal | null;
  light: Light;
  /** What chance there is in it comes from here. */
  seed: string;
  /** What happens to an environment of another shape than the frame. */
  aspectMismatch: AspectMismatch;
  /** Paints only what stands behind the floor's back edge, as if there were no floor. */
  withoutFloor?: boolean;
}

/**
 * Paints what stands behind and below the product: a photograph, a material, or a set in the brand's colours.
 */
export const paintBackground = async (
  request: BackgroundRequest,
): Promise<{ plate: Plate; background: Still['background'] }> => {
  const { environment, texture, mood, light, stage } = request;
  if (stage) return { plate: paintStageBack(stage), background: 'designed' };
  if (environment) {
    const plate = await photographed(request, environment);
    lightPlate(plate, mood, light);
    return { plate, background: 'environment' };
  }
  if (texture) {
    const plate = await material(request, texture);
    lightPlate(plate, mood, light);
    return { plate, background: 'texture' };
  }
  const plate = paintDesignedSet({ ...request, random: seededRandom(request.seed) });
  lightPlate(plate, mood, light);
  return { plate, background: 'designed' };
};

const photographed = async (request: BackgroundRequest, photo: Raster): Promise<Plate> => {
  const { size, framing, mood, texture, isEmpty } = request;
  const unit = size.height / 720;
  const plate = await fittedPlate(photo, size, {
    blur: isEmpty ? 0 : framing.blur * unit,
    mismatch: request.aspectMismatch,
  });
  gradePhoto(plate, mood);
  if (
    request.withoutFloor ||
    isEmpty ||
    framing.view === 'top' ||
    framing.crops ||
    framing.horizon >= 1
  )
    return plate;
  const horizon = framing.horizon * size.height;
  const softness = (2 + framing.blur * 0.7) * unit;
  if (texture) {
    layGround(plate, materialOf(texture), { horizon, view: 'eye', tile: 0.62, softness });
  } else {
    layTabletop(plate, tabletopColor(photo, request.scheme), horizon, softness);
  }
  return plate;
};

const tabletopColor = (photo: Raster, { wall }: Scheme): readonly number[] => {
  const lower = photo.data.subarray(Math.floor(photo.height * 0.6) * photo.width * 4);
  const mean = meanColor({ ...photo, data: lower });
  // Neither black nor blinding, so that contact shadows show; towards the wall's lightness for contrast.
  const lightness = Math.min(0.8, Math.max(0.42, 0.4 * mean[0] + 0.6 * wall[0]));
  return rgbOf(tinted(mean, lightness, 0.55));
};

const material = async (request: BackgroundRequest, texture: Raster): Promise<Plate> => {
  const { size, framing } = request;
  const unit = size.height / 720;
  if (framing.crops) {
    const plate = await coverPlate(texture, size, framing.blur * unit);
    gradePhoto(plate, request.mood);
    return plate;
  }
  const mean = meanColor(texture);
  const wall = tinted(mean, request.scheme.wall[0], 0.5);
  const scheme = { ...request.scheme, wall: warmedBy(wall, request.scheme.wall) };
  const plate = paintDesignedSet({
    ...request,
    scheme,
    pedestal: null,
    random: seededRandom(request.seed),
  });
  if (request.withoutFloor && framing.view !== 'top') return plate;
  layGround(plate, materialOf(texture), {
    horizon: framing.horizon * size.height,
    view: framing.view,
    tile: framing.view === 'top' ? 0.8 : 0.62,
    softness: 1.5 * unit,
  });
  return plate;
};

/** Half the material's own hue, half the brand's. */
const warmedBy = (one: Scheme['wall'], other: Scheme['wall']): Scheme['wall'] => [
  one[0],
  (one[1] + other[1]) / 2,
  (one[2] + other[2]) / 2,
];
