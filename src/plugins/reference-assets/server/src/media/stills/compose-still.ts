import sharp from 'sharp';

import { paintBackground } from './background';
import { placePerson, placeProp } from './companions';
import { clipped, framingOf } from './framing';
import { openBackground, openSubject, type OpenedSubject } from './open-subject';
import { coveringPhotograph, fillsFrame } from './photograph';
import { paintOver, roundPlate } from './plate';
import { chooseScheme } from './scheme';
import { seededRandom } from './seeded-random';
import { castShadows, type PlacedSubject } from './shadows';
import { isAside, placeProduct, pedestalFor, roomForCopy, stageCentre } from './staging';
import type { Size, Still, StillRequest } from './still-request';
import { meanColor } from './tone';

const peopleShots = ['medium', 'wide', 'lifestyle_context', 'hero_shot', 'action_shot'];

/**
 * Composes the still of one beat from the real pixels of its references.
 *
 * The product is scaled and nothing else; light, colour grade and shadows are on everything around it.
 *
 * Shape:  PNG, sRGB, `request.size`. Runs its pixel loops on the calling thread: about a second at 720 lines.
 * Throws: `MediaRefusal` when a layer is no readable picture; `RangeError` for an empty size.
 */
export const composeStill = async (request: StillRequest): Promise<Still> => {
  const { size, beat, layers } = request;
  if (!(size.width >= 16 && size.height >= 16)) {
    throw new RangeError(`a still needs at least 16×16 px, got ${size.width}×${size.height}`);
  }
  const notes: string[] = [];
  const random = seededRandom(`${request.seed}|${beat.order}|${beat.shotType}`);
  const framing = framingOf(beat.shotType, size);
  const shownPx = Math.max(framing.width * size.width, framing.height * size.height);
  const product = await openSubject(layers.product, 'product', shownPx, notes);
  if (product?.kind === 'print' && fillsFrame(product.raster, size, beat.shotType)) {
    return photographStill(request, product, notes);
  }
  const cast = await openCast(request, product, notes);
  const centre = stageCentre({ ...request, framing, random, shared: cast.person !== null });
  const lightFrom = random() < 0.5 ? 'left' : 'right';
  const placed = product && (await placeProduct(product, { size, framing, centre, lightFrom }));
  const tone = product ? meanColor(product.raster) : null;
  const scheme = chooseScheme(request.palette, beat.mood, tone);
  const { plate, background } = await paintBackground({
    size,
    mood: beat.mood,
    framing: placed?.isPrint ? { ...framing, horizon: 2, view: 'top' } : framing,
    isEmpty: !placed && !cast.person && !cast.prop,
    scheme,
    environment: cast.environment,
    texture: cast.texture,
    centre,
    pedestal: pedestalFor(placed, cast, beat.shotType, size),
    light: {
      x: centre * size.width,
      y: placed ? placed.box.y + placed.box.height * 0.4 : size.height * 0.4,
      radius: Math.max(size.width, size.height) * 0.42,
      glow: tone && tone[0] < 0.45 ? 0.24 : 0.12,
    },
    random,
  });
  const stage = { size, framing, product: placed?.box ?? null, centre, lightFrom } as const;
  const shown: PlacedSubject[] = [];
  if (cast.person) shown.push(await placePerson(cast.person, stage));
  if (cast.prop) shown.push(await placeProp(cast.prop, stage));
  if (placed) shown.push(placed);
  for (const subject of shown) await castShadows(plate, subject);
  const rgb = roundPlate(plate);
  for (const { raster, box } of shown) paintOver(rgb, size, raster, box);
  return {
    png: await encode(rgb, size),
    productBox: placed ? clipped(placed.photoBox, size) : null,
    productScale: product && placed ? placed.scale * product.workingScale : 0,
    copyBox: roomForCopy(request, centre),
    background,
    notes,
  };
};

const photographStill = async (
  request: StillRequest,
  product: OpenedSubject,
  notes: string[],
): Promise<Still> => {
  const { size } = request;
  const { rgb, scale } = await coveringPhotograph(product.raster, size);
  notes.push('the photograph itself is the shot');
  return {
    png: await encode(rgb, size),
    productBox: { x: 0, y: 0, ...size },
    productScale: scale * product.workingScale,
    copyBox: roomForCopy(request, 0.5),
    background: 'photograph',
    notes,
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

const encode = (rgb: Uint8Array, size: Size): Promise<Buffer> =>
  sharp(rgb, { raw: { ...size, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
