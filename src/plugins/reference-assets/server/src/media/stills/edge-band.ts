import type { BackdropMask } from './backdrop-mask';

/** How deep the pixels beside an outline are mixed with what is on the other side, px. */
const mixedDepth = { inside: 3, outside: 2 };

/** Sides of an outline: certain subject, certain backdrop, and the pixels between that may be a mixture of both. */
export interface EdgeBand {
  /** 1 where the subject is certain. */
  subject: Uint8Array;
  /** 1 where the backdrop is certain. */
  backdrop: Uint8Array;
  /** Indices of what is neither. */
  between: number[];
}

/** Finds the band along a mask's outline in which a camera mixed both sides. */
export const edgeBand = (mask: BackdropMask, width: number, height: number): EdgeBand => {
  const subject = Uint8Array.from(mask, (value) => (value ? 0 : 1));
  const backdrop = Uint8Array.from(mask);
  const between: number[] = [];
  takeAway(subject, width, height, mixedDepth.inside, between);
  takeAway(backdrop, width, height, mixedDepth.outside, between);
  return { subject, backdrop, between };
};

/** Takes the outermost pixels away, layer by layer, and notes them. */
const takeAway = (
  area: Uint8Array,
  width: number,
  height: number,
  depth: number,
  taken: number[],
): void => {
  let front = outerPixels(area, width, height);
  for (let layer = 0; layer < depth && front.length > 0; layer++) {
    for (const i of front) area[i] = 0;
    taken.push(...front);
    const next = new Set<number>();
    for (const i of front)
      for (const j of [i - 1, i + 1, i - width, i + width]) if (area[j] === 1) next.add(j);
    front = [...next];
  }
};

const outerPixels = (area: Uint8Array, width: number, height: number): number[] => {
  const outer: number[] = [];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (!area[i]) continue;
      // The picture's own border is no outline.
      const open =
        (x > 0 && !area[i - 1]) ||
        (x < width - 1 && !area[i + 1]) ||
        (y > 0 && !area[i - width]) ||
        (y < height - 1 && !area[i + width]);
      if (open) outer.push(i);
    }
  }
  return outer;
};
