import { oklabOf } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import type { BackdropModel } from '../stills/backdrop-model';
import { rgbOf } from '../stills/tone';

/** How far from the ground a pixel may still be a mixture with it, px. */
const edgeReach = 2;

/**
 * Takes the ground out of a drawing's anti-aliased edges: each edge pixel becomes the pure colour it was mixed from,
 * with the share of it as alpha. Lines of a pixel's width stay whole.
 *
 * Shape: `mask` one byte a pixel, 1 where the ground was found.
 */
export const unmixGround = (raster: Raster, mask: Uint8Array, model: BackdropModel): Raster => {
  const { width, height } = raster;
  const ground = new Float32Array(width * 3);
  const gap = new Float32Array(width * height);
  const data = new Uint8Array(raster.data);
  for (let y = 0, i = 0; y < height; y++) {
    model.fillRow(y, { width, height }, ground);
    for (let x = 0; x < width; x++, i++) {
      const [l, a, b] = oklabOf(data[i * 4]!, data[i * 4 + 1]!, data[i * 4 + 2]!);
      const [dl, da, db] = [l - ground[x * 3]!, a - ground[x * 3 + 1]!, b - ground[x * 3 + 2]!];
      gap[i] = Math.sqrt(dl * dl + da * da + db * db);
    }
  }
  for (let y = 0, i = 0; y < height; y++) {
    model.fillRow(y, { width, height }, ground);
    for (let x = 0; x < width; x++, i++) {
      const { strongest, touches } = around(gap, mask, x, y, width, height);
      if (!touches) continue;
      const share = strongest < 0.06 ? 0 : Math.min(1, Math.max(0, gap[i]! - 0.012) / strongest);
      data[i * 4 + 3] = Math.round(255 * share);
      if (share > 0.02 && share < 1) {
        const below = rgbOf([ground[x * 3]!, ground[x * 3 + 1]!, ground[x * 3 + 2]!]);
        for (let c = 0; c < 3; c++) {
          const pure = (data[i * 4 + c]! - below[c]! * (1 - share)) / share;
          data[i * 4 + c] = Math.min(255, Math.max(0, Math.round(pure)));
        }
      }
    }
  }
  return { data, width, height };
};

const around = (
  gap: Float32Array,
  mask: Uint8Array,
  x: number,
  y: number,
  width: number,
  height: number,
): { strongest: number; touches: boolean } => {
  let strongest = 0;
  let touches = false;
  for (let row = Math.max(0, y - edgeReach); row <= Math.min(height - 1, y + edgeReach); row++) {
    for (
      let column = Math.max(0, x - edgeReach);
      column <= Math.min(width - 1, x + edgeReach);
      column++
    ) {
      const i = row * width + column;
      if (mask[i]) touches = true;
      if (gap[i]! > strongest) strongest = gap[i]!;
    }
  }
  return { strongest, touches };
};
