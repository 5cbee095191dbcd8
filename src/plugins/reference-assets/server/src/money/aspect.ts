import type { ModelRow } from '../../../shared/contracts/models';
import type { AspectRatio } from '../../../shared/contracts/vocabulary';

const shapes: Record<AspectRatio, number> = {
  '16:9': 16 / 9,
  '1:1': 1,
  '4:5': 4 / 5,
  '9:16': 9 / 16,
};
const apart = (one: AspectRatio, other: AspectRatio): number =>
  Math.abs(Math.log(shapes[one] / shapes[other]));

/**
 * The aspect ratio to ask a model for: the wanted one, or the nearest that it makes.
 *
 * `cropped`: what comes is not of the wanted shape and is to be cut to it.
 */
export const aspectFor = (
  row: Pick<ModelRow, 'aspectRatios'>,
  wanted: AspectRatio,
): { aspectRatio: AspectRatio; cropped: boolean } => {
  if (row.aspectRatios.length === 0 || row.aspectRatios.includes(wanted))
    return { aspectRatio: wanted, cropped: false };
  const [nearest] = row.aspectRatios.toSorted((a, b) => apart(a, wanted) - apart(b, wanted));
  return { aspectRatio: nearest ?? wanted, cropped: true };
};
