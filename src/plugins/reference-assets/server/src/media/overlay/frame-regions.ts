import { oklabOf, type Oklab } from '../analysis/oklab';
import type { Box, Size } from '../stills/still-request';

/** What a region of one or more frames looks like. */
export interface RegionLook {
  /** Mean colour of each frame's region. */
  means: Oklab[];
  /** Unrest of the most restless frame: spread of lightness plus mean step between neighbours. */
  unrest: number;
}

/** A frame to be looked at: RGB, 8 bit. */
export interface Frame extends Size {
  rgb: Uint8Array;
}

/** Looks at one region in every frame. */
export const lookAt = (frames: readonly Frame[], box: Box): RegionLook => {
  const looks = frames.map((frame) => lookAtOne(frame, box));
  return {
    means: looks.map(({ mean }) => mean),
    unrest: Math.max(...looks.map(({ unrest }) => unrest)),
  };
};

const lookAtOne = ({ rgb, width, height }: Frame, box: Box): { mean: Oklab; unrest: number } => {
  const [left, top] = [Math.max(0, box.x), Math.max(0, box.y)];
  const [right, bottom] = [
    Math.min(width, box.x + box.width),
    Math.min(height, box.y + box.height),
  ];
  const step = Math.max(1, Math.floor(Math.min(box.width, box.height) / 32));
  let [count, l, a, b, square, steps] = [0, 0, 0, 0, 0, 0];
  for (let y = top; y < bottom; y += step) {
    let before: number | undefined;
    for (let x = left; x < right; x += step) {
      const o = (y * width + x) * 3;
      const color = oklabOf(rgb[o]!, rgb[o + 1]!, rgb[o + 2]!);
      count++;
      l += color[0];
      a += color[1];
      b += color[2];
      square += color[0] ** 2;
      if (before !== undefined) steps += Math.abs(color[0] - before);
      before = color[0];
    }
  }
  const n = Math.max(1, count);
  const spread = Math.sqrt(Math.max(0, square / n - (l / n) ** 2));
  return { mean: [l / n, a / n, b / n], unrest: spread + steps / n };
};
