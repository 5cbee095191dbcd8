import type { Raster } from '../analysis/raster';
import type { BackdropMask } from './backdrop-mask';
import { growMask } from './grow-mask';
import { localColors } from './local-colors';

const { max, min, round } = Math;

/** How deep a rim of backdrop may be left around a subject, as a share of the picture's shorter side. */
const deepest = 0.012;
/** Share of the way from the backdrop's colour to the subject's up to which a pixel is backdrop. */
const nearBackdrop = 0.36;
/** Colours of subject and backdrop that are closer than this tell nothing, 0–255. */
const tellable = 48;

/**
 * Takes off the rim of backdrop that a flood leaves where grain and the blur of the lens stopped it short of the subject.
 *
 * Each pixel of the outline is compared with the backdrop just outside and with the subject's inside, from the outside
 * in. A subject that hardly differs from its backdrop, and one too thin to have an inside, stays as it is.
 */
export const peelRim = (mask: BackdropMask, raster: Raster): void => {
  const { width, height } = raster;
  const depth = max(3, round(min(width, height) * deepest));
  const nearBackdropOrOut = growMask(mask, width, height, depth);
  const outside = localColors(raster, depth, (i) => mask[i] === 1);
  const inside = localColors(raster, depth, (i) => nearBackdropOrOut[i] === 0);
  let front: number[] = [];
  for (let i = 0; i < mask.length; i++) if (mask[i]) front.push(i);
  for (let layer = 0; layer < depth && front.length > 0; layer++) {
    const next: number[] = [];
    for (const i of front) {
      const x = i % width;
      const beside = [
        x > 0 ? i - 1 : -1,
        x < width - 1 ? i + 1 : -1,
        i - width,
        i + width < mask.length ? i + width : -1,
      ];
      for (const j of beside) {
        if (j < 0 || mask[j] !== 0) continue;
        if (!isBackdrop(raster.data, j, outside.around(j, 1), inside.around(j, 2))) continue;
        mask[j] = 1;
        next.push(j);
      }
    }
    front = next;
  }
};

type Color = readonly [number, number, number];

const isBackdrop = (
  data: Uint8Array,
  i: number,
  ground: Color | null,
  own: Color | null,
): boolean => {
  if (!ground || !own) return false;
  let [along, apart, length] = [0, 0, 0];
  for (let c = 0; c < 3; c++) {
    const [away, whole] = [data[i * 4 + c]! - ground[c]!, own[c]! - ground[c]!];
    along += away * whole;
    apart += away * away;
    length += whole * whole;
  }
  if (length < tellable * tellable) return false;
  const share = along / length;
  // What lies off the line between both colours is neither.
  const aside = apart - share * share * length;
  return share < nearBackdrop && share > -0.3 && aside < (0.2 * nearBackdrop + 0.08) ** 2 * length;
};
