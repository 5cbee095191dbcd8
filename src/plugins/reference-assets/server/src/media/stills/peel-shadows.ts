import { deep, type BackdropField } from './backdrop-field';
import type { BackdropMask } from './backdrop-mask';
import { dropSpikes } from './drop-spikes';

const { max, min, round } = Math;

/**
 * Takes away the rim that a shadow leaves where it darkens towards the subject, a few pixels deep at most and only
 * next to shadow, so that outlines in plain light stay as they are; behind it the deep shadow, as far as it is soft.
 */
export const peelShadows = (
  mask: BackdropMask,
  width: number,
  height: number,
  field: BackdropField,
): void => {
  const side = min(width, height);
  peel(mask, width, field.dusk, max(2, round(side * 0.03)), (i) => field.dusk[i] === 1);
  const before = Uint8Array.from(mask);
  peel(mask, width, field.dusk, round(side * 0.12), (i) => field.dusk[i] === deep);
  const radius = max(2, round(side * 0.007));
  dropSpikes(mask, before, { width, height }, { radius, light: field.light });
};

/** Takes what is marked next to backdrop in shadow, pixel by pixel. */
const peel = (
  mask: BackdropMask,
  width: number,
  dusk: Uint8Array,
  depth: number,
  isMarked: (index: number) => boolean,
): void => {
  let front: number[] = [];
  for (let i = 0; i < mask.length; i++) if (mask[i] && dusk[i]) front.push(i);
  for (let round = 0; round < depth && front.length > 0; round++) {
    const next: number[] = [];
    for (const i of front) {
      for (const j of [i - 1, i + 1, i - width, i + width]) {
        if (j < 0 || j >= mask.length || mask[j] || !isMarked(j)) continue;
        mask[j] = 1;
        next.push(j);
      }
    }
    front = next;
  }
};
