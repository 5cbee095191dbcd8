import type { View } from './view';

/** Colours of human skin from light to dark, lit by daylight or lamps. */
export const isSkin = (r: number, g: number, b: number): boolean => {
  const cb = 128 - 0.168736 * r - 0.331264 * g + 0.5 * b;
  const cr = 128 + 0.5 * r - 0.418688 * g - 0.081312 * b;
  return r > 60 && r > g && g > b - 6 && cb > 85 && cb < 124 && cr > 137 && cr < 170;
};

/**
 * How much looks like skin, and whether it gathers above the middle as a face does.
 *
 * Shape:  shares 0–1 of the subject; `skinAbove` of the upper middle of the picture.
 * Source: YCbCr skin range after Chai and Ngan (1999), widened to darker skin.
 */
export const skinFeatures = ({ data, subject, subjectPixels, width, height }: View) => {
  let skin = 0;
  let above = 0;
  let aboveArea = 0;
  let smooth = 0;
  for (let y = 0, p = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, p += 1) {
      const inFace = y < height * 0.55 && x > width * 0.2 && x < width * 0.8;
      if (inFace) aboveArea += 1;
      const i = p * 4;
      if (subject[p] === 0 || !isSkin(data[i]!, data[i + 1]!, data[i + 2]!)) continue;
      skin += 1;
      if (inFace) above += 1;
      const step = x > 0 ? Math.abs(data[i + 1]! - data[i - 3]!) : 0;
      if (step < 10) smooth += 1;
    }
  }
  return {
    skin: skin / subjectPixels,
    skinAbove: above / Math.max(1, aboveArea),
    skinSmooth: smooth / Math.max(1, subjectPixels),
  };
};
