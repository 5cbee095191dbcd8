import { oklabOf, type Oklab } from '../analysis/oklab';
import { isSkin } from '../analysis/features/skin';
import type { Box, Size } from '../stills/still-request';

/** What a region of one or more frames looks like. */
export interface RegionLook {
  /** Mean colour of each frame's region. */
  means: Oklab[];
  /** Share of the region that has the colour of skin in the frame where it is largest, 0–1. */
  skin: number;
  /** Unrest of the most restless frame: spread of lightness plus mean step between neighbours. */
  unrest: number;
}

/** A frame to be looked at: RGB, 8 bit. */
export interface Frame extends Size {
  rgb: Uint8Array;
}

/** Looks at one region in every frame; `box` is in px of `size`, which the frames may be smaller copies of. */
export const lookAt = (
  frames: readonly Frame[],
  box: Box,
  size: Size = frames[0] ?? box,
): RegionLook => {
  const looks = frames.map((frame) => lookAtOne(frame, scaledBox(box, frame.width / size.width)));
  return {
    means: looks.map(({ mean }) => mean),
    unrest: Math.max(...looks.map(({ unrest }) => unrest)),
    skin: Math.max(...looks.map(({ skin }) => skin)),
  };
};

interface OneLook {
  mean: Oklab;
  unrest: number;
  skin: number;
}

const scaledBox = (box: Box, scale: number): Box => {
  if (scale === 1) return box;
  const [x, y] = [Math.round(box.x * scale), Math.round(box.y * scale)];
  const right = Math.max(x + 1, Math.round((box.x + box.width) * scale));
  const bottom = Math.max(y + 1, Math.round((box.y + box.height) * scale));
  return { x, y, width: right - x, height: bottom - y };
};

const lookAtOne = ({ rgb, width, height }: Frame, box: Box): OneLook => {
  const [left, top] = [Math.max(0, box.x), Math.max(0, box.y)];
  const [right, bottom] = [
    Math.min(width, box.x + box.width),
    Math.min(height, box.y + box.height),
  ];
  const step = Math.max(1, Math.floor(Math.min(box.width, box.height) / 32));
  let [count, l, a, b, square, steps, skin] = [0, 0, 0, 0, 0, 0, 0];
  for (let y = top; y < bottom; y += step) {
    let before: number | undefined;
    for (let x = left; x < right; x += step) {
      const o = (y * width + x) * 3;
      const color = oklabOf(rgb[o]!, rgb[o + 1]!, rgb[o + 2]!);
      count++;
      if (isSkin(rgb[o]!, rgb[o + 1]!, rgb[o + 2]!)) skin++;
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
  return { mean: [l / n, a / n, b / n], unrest: spread + steps / n, skin: skin / n };
};
