import type { Raster } from '../analysis/raster';
import type { BackdropMask } from './backdrop-mask';
import { raggedness } from './raggedness';

/** Many crumbs mean that the flood ran through something see-through, such as glass. */
export const crumbFlaw = (before: BackdropMask, after: BackdropMask): string | undefined => {
  let [crumbs, subject] = [0, 0];
  for (let i = 0; i < after.length; i++) {
    if (!after[i]) subject++;
    else if (!before[i]) crumbs++;
  }
  return crumbs > subject * 0.018 ? 'see-through or broken outline, shown whole' : undefined;
};

/** Why a cut-out would look wrong; undefined when it is clean. */
export const flawOf = (mask: BackdropMask, { width, height }: Raster): string | undefined => {
  const share = mask.reduce((sum, value) => sum + (value ? 0 : 1), 0) / mask.length;
  if (share < 0.015) return 'hardly differs from its backdrop, shown whole';
  if (share > 0.93) return 'fills its picture, shown whole';
  const sides: [string, number][] = [
    ['top', edgeCover(mask, width, 0, 1)],
    ['left', edgeCover(mask, height, 0, width)],
    ['right', edgeCover(mask, height, width - 1, width)],
    ['bottom', edgeCover(mask, width, (height - 1) * width, 1)],
  ];
  const cut = sides.find(([side, cover]) => cover > (side === 'bottom' ? 0.45 : 0.2));
  if (cut) return `cut by its picture's ${cut[0]} edge, shown whole`;
  if (raggedness(mask, width, height) > 0.04) return 'no clean outline to be found, shown whole';
  return undefined;
};

const edgeCover = (mask: BackdropMask, length: number, start: number, step: number): number => {
  let subject = 0;
  for (let k = 0; k < length; k++) if (!mask[start + k * step]) subject++;
  return subject / length;
};
