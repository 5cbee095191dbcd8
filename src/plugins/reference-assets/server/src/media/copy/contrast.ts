import type { Frame } from '../overlay/frame-regions';
import type { Box, Rgb, Size } from '../stills/still-request';

const linear = (part: number): number => {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance of a colour, 0–1. Source: WCAG 2.2. */
export const luminanceOf = ([r, g, b]: readonly number[]): number =>
  0.2126 * linear(r!) + 0.7152 * linear(g!) + 0.0722 * linear(b!);

/** Contrast of two luminances, 1–21. Source: WCAG 2.2. */
export const contrastRatio = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/**
 * Luminances that a region's pixels have over all frames, ascending: a fine grid of them.
 *
 * Shape: frames of any size; `box` in px of `frame`.
 */
export const luminancesIn = (frames: readonly Frame[], box: Box, frame: Size): number[] => {
  const found: number[] = [];
  for (const { rgb, width, height } of frames) {
    const scale = width / frame.width;
    for (let row = 0; row < 24; row++) {
      const y = Math.floor((box.y + ((row + 0.5) / 24) * box.height) * scale);
      for (let column = 0; column < 40; column++) {
        const x = Math.floor((box.x + ((column + 0.5) / 40) * box.width) * scale);
        if (x < 0 || y < 0 || x >= width || y >= height) continue;
        const o = (y * width + x) * 3;
        found.push(luminanceOf([rgb[o]!, rgb[o + 1]!, rgb[o + 2]!]));
      }
    }
  }
  return found.sort((one, other) => one - other);
};

/** The best ink for a ground, how much of a veil it needs, and the contrast it then has. */
export interface Ink {
  ink: Rgb;
  veil: number;
  contrast: number;
}

const light: Rgb = [255, 255, 255];
const dark: Rgb = [18, 20, 24];
/** Contrast asked for. Source: WCAG 2.2 AA for text of any size. */
const enough = 4.5;

/** A ground in linear light under a veil of the other tone, laid in sRGB as a compositor lays it. */
const veiled = (luminance: number, tone: Rgb, veil: number): number => {
  const grey =
    255 * (luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * luminance ** (1 / 2.4) - 0.055);
  return luminanceOf(tone.map((part) => grey * (1 - veil) + part * veil));
};

/** Chooses white or near-black ink, and the thinnest veil that makes it readable in the worst frame. */
export const chooseInk = (luminances: readonly number[]): Ink => {
  const at = (share: number) =>
    luminances[Math.min(luminances.length - 1, Math.floor(share * luminances.length))] ?? 0.5;
  const choices = [
    { ink: light, ground: at(0.96), tone: dark },
    { ink: dark, ground: at(0.04), tone: light },
  ].map(({ ink, ground, tone }) => {
    let veil = 0;
    const contrast = () => contrastRatio(luminanceOf(ink), veiled(ground, tone, veil));
    while (contrast() < enough && veil < 0.9) veil += 0.05;
    return { ink, veil: Math.round(veil * 100) / 100, contrast: contrast() };
  });
  return choices.reduce((one, other) =>
    other.veil < one.veil || (other.veil === one.veil && other.contrast > one.contrast)
      ? other
      : one,
  );
};
