import { describeLook } from './descriptor';
import { crop, viewOf } from './features/view';
import { shrinkTo, type Raster } from './raster';

/** Long side of the picture that parts are cut from, px. */
const PARTS_LONG_SIDE = 240;
/** Side of a part as a share of the picture's: what people leave when they crop. */
const PART = 0.72;
/** Shortest side of a part that still shows something, px. */
const LEAST_SIDE = 24;

const places = [
  [0.5, 0.5],
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;

/** The middle and the four corners of a picture. Shape: none of a picture too small to be cut. */
const partsOf = (picture: Raster): Raster[] => {
  const small = shrinkTo(picture, PARTS_LONG_SIDE);
  const width = Math.round(small.width * PART);
  const height = Math.round(small.height * PART);
  if (Math.min(width, height) < LEAST_SIDE) return [];
  return places.map(([x, y]) => {
    const left = Math.round((small.width - width) * x);
    const top = Math.round((small.height - height) * y);
    return crop(small, { left, right: left + width, top, bottom: top + height });
  });
};

/**
 * Descriptors of the parts of a picture, so that a crop of it finds it: a descriptor of the whole says little about a part.
 *
 * Shape: like `describeLook`, one for the middle and each corner; `[]` of a tiny picture.
 */
export const describeParts = (picture: Raster): number[][] =>
  partsOf(picture).map((part) => describeLook(viewOf(part)));
