import type { Framing } from './framing';
import type { OpenedSubject } from './open-subject';
import { scaleRaster } from './plate';
import type { PlacedSubject } from './shadows';
import type { Box, Size } from './still-request';

/** Where the product stands, for those beside it. */
export interface Stage {
  size: Size;
  framing: Framing;
  /** The product's box; null when a companion is alone. */
  product: Box | null;
  /** Middle of the product across the frame, 0–1. */
  centre: number;
  lightFrom: PlacedSubject['lightFrom'];
}

const largestScale = 3;

const fitted = async (subject: OpenedSubject, most: Size): Promise<PlacedSubject['raster']> => {
  const { raster } = subject;
  const scale = Math.min(largestScale, most.width / raster.width, most.height / raster.height);
  const width = Math.max(1, Math.round(raster.width * scale));
  return scaleRaster(raster, { width, height: Math.max(1, Math.round(raster.height * scale)) });
};

/**
 * Stands a person on the side the product leaves free: full figures on the ground, cut ones at the frame's lower edge.
 */
export const placePerson = async (
  person: OpenedSubject,
  { size, framing, product, centre, lightFrom }: Stage,
): Promise<PlacedSubject> => {
  const most = { width: size.width * 0.52, height: size.height * (person.cutBelow ? 0.86 : 0.8) };
  const raster = await fitted(person, most);
  const free = product ? (centre >= 0.5 ? 0.27 : 0.73) : 0.5;
  const ground = person.cutBelow
    ? size.height
    : Math.round(size.height * (framing.baseline + 0.02));
  const box = {
    x: Math.round(free * size.width - raster.width / 2),
    y: ground - raster.height,
    width: raster.width,
    height: raster.height,
  };
  return { raster, box, shadow: 'standing', ground, lightFrom };
};

/** Puts a prop beside the product and a little behind it, clearly smaller. */
export const placeProp = async (
  prop: OpenedSubject,
  { size, framing, product, centre, lightFrom }: Stage,
): Promise<PlacedSubject> => {
  const flat = framing.view === 'top';
  const reference = product?.height ?? size.height * 0.5;
  const most = { width: size.width * 0.24, height: Math.min(size.height * 0.34, reference * 0.55) };
  const raster = await fitted(prop, most);
  const onLeft = centre >= 0.5;
  const gap = size.width * 0.025;
  const beside = product
    ? onLeft
      ? product.x - gap - raster.width
      : product.x + product.width + gap
    : size.width / 2 - raster.width / 2;
  const margin = size.width * 0.03;
  const x = Math.round(Math.min(size.width - margin - raster.width, Math.max(margin, beside)));
  const ground = Math.round(size.height * (framing.baseline - (flat ? 0.1 : 0.02)));
  const box = { x, y: ground - raster.height, width: raster.width, height: raster.height };
  return { raster, box, shadow: flat ? 'lying' : 'standing', ground, lightFrom };
};
