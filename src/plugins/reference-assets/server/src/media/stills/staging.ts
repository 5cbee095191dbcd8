import type { ShotType } from '../../../../shared/contracts/vocabulary';
import type { Raster } from '../analysis/raster';
import type { Pedestal } from './designed-set';
import { placeSubject, type Framing } from './framing';
import type { OpenedSubject } from './open-subject';
import { partOf } from './part-of';
import { scaleRaster } from './plate';
import { makePrint } from './print';
import type { Random } from './seeded-random';
import type { PlacedSubject } from './shadows';
import { titleRoom } from './stage-title';
import type { Box, Size, StillRequest } from './still-request';

/** The product in its place. */
export interface PlacedProduct extends PlacedSubject {
  scale: number;
  isPrint: boolean;
  /** The product's own pixels, without the border of a print. */
  photoBox: Box;
  stands: boolean;
}

const isWide = ({ width, height }: Size): boolean => width / height > 1.3;

const hasCopy = ({ copy }: Pick<StillRequest, 'copy'>): boolean =>
  Boolean(copy?.headline || copy?.callToAction);

/** Shots with room for something beside the product. */
export const isAside = (shot: ShotType): boolean =>
  ['medium', 'wide', 'hero_shot', 'lifestyle_context', 'overhead'].includes(shot);

/** Middle of the product across the frame, 0–1: aside for words or people, else as the shot type likes it. */
export const stageCentre = (
  request: Pick<StillRequest, 'size' | 'copy'> & {
    framing: Framing;
    random: Random;
    shared: boolean;
  },
): number => {
  const side = request.random() < 0.5 ? -1 : 1;
  if (hasCopy(request) && isWide(request.size) && !request.framing.crops) return 0.69;
  const aside = request.shared ? Math.max(0.2, request.framing.aside) : request.framing.aside;
  return 0.5 + side * aside;
};

/** Where words stand: beside a subject, below a logo in the middle, below a title, or in a title's place. */
export type CopyRoom = 'beside' | 'below logo' | 'below title' | 'title';

/** Room for words: the free side of a wide frame, the upper part of a tall one; on an empty set where it is clear. */
export const roomForCopy = (
  request: Pick<StillRequest, 'size' | 'copy'>,
  centre: number,
  where: CopyRoom = 'beside',
): Box | null => {
  if (!hasCopy(request)) return null;
  const { height } = request.size;
  const title = titleRoom(request.size);
  if (where === 'title') return title;
  if (where === 'below title')
    return {
      ...title,
      y: title.y + title.height + Math.round(height * 0.01),
      height: Math.round(height * 0.1),
    };
  // On an end card the middle belongs to the logo.
  const part =
    where === 'below logo'
      ? { x: 0.14, y: 0.7, width: 0.72, height: 0.2 }
      : isWide(request.size)
        ? { x: centre > 0.6 ? 0.06 : 0.56, y: 0.26, width: 0.38, height: 0.48 }
        : { x: 0.08, y: 0.08, width: 0.84, height: 0.16 };
  return partOf(request.size, part);
};

/** Scales the product and puts it where the shot type wants it; a photograph becomes a print on the wall. */
export const placeProduct = async (
  product: OpenedSubject,
  stage: { size: Size; framing: Framing; centre: number; lightFrom: PlacedSubject['lightFrom'] },
): Promise<PlacedProduct> => {
  const { size, framing, centre, lightFrom } = stage;
  const ground = Math.round(framing.baseline * size.height);
  if (product.kind === 'print') return placePrint(product, stage);
  const { box, scale } = placeSubject(product.raster, size, inFrame(framing, centre), centre);
  const raster = await scaleRaster(product.raster, box);
  const lies = framing.view === 'top' || framing.crops;
  // What has next to nothing to stand on hovers: a tilted hat on a floor would look like a mistake.
  const stands = !lies && !framing.floats && product.footing >= 0.2;
  if (!lies && !framing.floats && !stands) box.y -= Math.round(size.height * 0.05);
  const shadow = lies ? 'lying' : stands ? 'standing' : 'floating';
  const floor = framing.floats
    ? Math.round(size.height * Math.min(0.93, framing.baseline + 0.13))
    : ground;
  return {
    raster,
    box,
    scale,
    shadow,
    ground: floor,
    lightFrom,
    isPrint: false,
    photoBox: box,
    stands,
  };
};

/** A subject that stands aside is only as wide as fits there; it is cut only where the shot wants it cut. */
const inFrame = (framing: Framing, centre: number): Framing =>
  framing.crops
    ? framing
    : { ...framing, width: Math.min(framing.width, 2 * (Math.min(centre, 1 - centre) - 0.025)) };

const placePrint = async (
  product: OpenedSubject,
  {
    size,
    framing,
    centre,
    lightFrom,
  }: { size: Size; framing: Framing; centre: number; lightFrom: PlacedSubject['lightFrom'] },
): Promise<PlacedProduct> => {
  const hung: Framing = {
    ...framing,
    view: 'top',
    crops: false,
    width: Math.min(0.82, framing.width * 1.25),
    height: Math.min(0.8, framing.height * 1.15),
  };
  const { box, scale } = placeSubject(product.raster, size, hung, centre);
  const { raster, photo } = await makePrint(product.raster, box);
  // A print that is cut by the frame looks like a mistake, so it comes back inside.
  const margin = Math.round(size.width * 0.02) + photo.x;
  const rightmost = Math.max(margin, size.width - margin - box.width);
  box.x = Math.min(rightmost, Math.max(margin, box.x));
  return {
    raster,
    box: { x: box.x - photo.x, y: box.y - photo.y, width: raster.width, height: raster.height },
    scale,
    shadow: 'lying',
    ground: size.height,
    lightFrom,
    isPrint: true,
    photoBox: box,
    stands: false,
  };
};

/** A pedestal for a hero that stands in a designed set; null elsewhere. */
export const pedestalFor = (
  product: PlacedProduct | null,
  cast: { environment: Raster | null; texture: Raster | null },
  shot: ShotType,
  size: Size,
): Pedestal | null => {
  if (!product?.stands || shot !== 'hero_shot' || cast.environment || cast.texture) return null;
  const { box } = product;
  const x = box.x + box.width / 2;
  const wanted = Math.max(box.width * 0.62, Math.min(size.width, size.height) * 0.2);
  const room = Math.min(x, size.width - x) - size.width * 0.03;
  const radiusX = Math.min(wanted, room);
  // One that is cut by the frame, or narrower than what it carries, is a bar and no pedestal.
  if (radiusX < box.width * 0.53) return null;
  const radiusY = radiusX * 0.15;
  return {
    x,
    y: box.y + box.height - radiusY * 0.25,
    radiusX,
    radiusY,
    drop: size.height * 0.075,
  };
};
