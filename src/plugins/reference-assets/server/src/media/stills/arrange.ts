import type { BackgroundRequest } from './background';
import { placePerson, placeProp } from './companions';
import { emptyStage } from './empty-stage';
import { framingOf, type Framing } from './framing';
import { openBackground, openSubject, type OpenedSubject } from './open-subject';
import { fillsFrame } from './photograph';
import { chooseScheme } from './scheme';
import { seededRandom } from './seeded-random';
import type { PlacedSubject } from './shadows';
import type { StageSet } from './stage-plate';
import { isAside, pedestalFor, placeProduct, stageCentre, type PlacedProduct } from './staging';
import type { StillRequest } from './still-request';
import { meanColor } from './tone';

const peopleShots = ['medium', 'wide', 'lifestyle_context', 'hero_shot', 'action_shot'];

/** Who stands where in a still, and in front of what. */
export interface Arrangement {
  /** Everyone who is seen, the farthest first. */
  shown: PlacedSubject[];
  placed: PlacedProduct | null;
  product: OpenedSubject | null;
  background: BackgroundRequest;
  /** What is painted where there is no picture of anything; null where there is one. */
  stage: StageSet | null;
  /** Middle of the product across the frame, 0–1. */
  centre: number;
  notes: string[];
}

/** A photograph that is the whole shot. */
export interface WholePhotograph {
  photograph: OpenedSubject;
  notes: string[];
}

/** Decides a still: the same request always gives the same arrangement. */
export const arrange = async (request: StillRequest): Promise<Arrangement | WholePhotograph> => {
  const { size, beat, layers } = request;
  if (!(size.width >= 16 && size.height >= 16)) {
    throw new RangeError(`a still needs at least 16×16 px, got ${size.width}×${size.height}`);
  }
  const notes: string[] = [];
  const random = seededRandom(`${request.seed}|${beat.order}|${beat.shotType}`);
  const framing = withRoomAbove(framingOf(beat.shotType, size), request);
  const shownPx = Math.max(framing.width * size.width, framing.height * size.height);
  const product = await openSubject(layers.product, 'product', shownPx, notes);
  if (product?.kind === 'print' && fillsFrame(product.raster, size, beat.shotType))
    return { photograph: product, notes };
  const cast = await openCast(request, product, notes);
  const side = stageCentre({ ...request, framing, random, shared: cast.person !== null });
  // Of a set with nobody in it the middle is the middle.
  const centre = product || cast.person || cast.prop ? side : 0.5;
  const lightFrom = random() < 0.5 ? 'left' : 'right';
  const placed = product && (await placeProduct(product, { size, framing, centre, lightFrom }));
  const place = { size, framing, product: placed?.box ?? null, centre, lightFrom } as const;
  const shown: PlacedSubject[] = [];
  if (cast.person) shown.push(await placePerson(cast.person, place));
  if (cast.prop) shown.push(await placeProp(cast.prop, place));
  if (placed) shown.push(placed);
  const tone = product ? meanColor(product.raster) : null;
  const isBare = shown.length === 0 && !cast.environment && !cast.texture;
  const stage = isBare ? await emptyStage(request, notes) : null;
  const background: BackgroundRequest = {
    stage,
    size,
    mood: beat.mood,
    framing: placed?.isPrint ? { ...framing, horizon: 2, view: 'top' } : framing,
    isEmpty: shown.length === 0,
    scheme: chooseScheme(request.palette, beat.mood, tone),
    environment: cast.environment,
    texture: cast.texture,
    aspectMismatch: request.aspectMismatch ?? 'crop',
    centre,
    pedestal: pedestalFor(placed, cast, beat.shotType, size),
    light: {
      x: centre * size.width,
      y: placed ? placed.box.y + placed.box.height * 0.4 : size.height * 0.4,
      radius: Math.max(size.width, size.height) * 0.42,
      glow: tone && tone[0] < 0.45 ? 0.24 : 0.12,
    },
    seed: `${request.seed}|${beat.order}|set`,
  };
  return { shown, placed, product, background, stage, centre, notes };
};

/** In upright frames words stand above the subject, which is lower and smaller for them. */
const withRoomAbove = (framing: Framing, { size, copy }: StillRequest): Framing => {
  const ratio = size.width / size.height;
  if (ratio > 1.3 || framing.crops || !(copy?.headline ?? copy?.callToAction)) return framing;
  // The nearer to a square, the less room is above by itself.
  const square = Math.min(1, Math.max(0, (ratio - 0.56) / 0.44));
  return {
    ...framing,
    height: framing.height * (0.88 - 0.1 * square),
    baseline: framing.baseline + 0.035 + 0.035 * square,
  };
};

/** Who else is in the shot: what does not fit it is left out, with a note. */
const openCast = async (request: StillRequest, product: OpenedSubject | null, notes: string[]) => {
  const { size, beat, layers } = request;
  const texture = await openBackground(layers.texture, size);
  let environment = await openBackground(layers.environment, size);
  const roomForPeople = peopleShots.includes(beat.shotType) || !product;
  let person = roomForPeople
    ? await openSubject(layers.person, 'person', size.height * 0.8, notes)
    : null;
  if (person?.kind === 'print') {
    if (!environment || !product) {
      environment = person.raster;
      notes.push('person: the photograph became the background');
    } else notes.push('person: cannot be freed from the photograph, left out');
    person = null;
  }
  const isolated = isAside(beat.shotType) && product?.kind !== 'print';
  let prop = isolated ? await openSubject(layers.prop, 'prop', size.height * 0.4, notes) : null;
  if (prop?.kind === 'print') {
    notes.push('prop: cannot be freed from the photograph, left out');
    prop = null;
  }
  return { environment, texture, person, prop };
};
