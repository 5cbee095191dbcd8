import type { Oklab } from '../analysis/oklab';
import { oklabOf } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import type { Rgb } from './still-request';

const { min, max } = Math;

const gamma = (linear: number): number => {
  const value = min(1, max(0, linear));
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
};

/**
 * sRGB of an OKLab colour, clipped to what a screen can show, not rounded.
 *
 * Source: Björn Ottosson, "A perceptual color space for image processing" (2020).
 */
export const rgbOf = ([lightness, a, b]: Oklab): Rgb => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};

/** The same hue at another lightness, its chroma scaled. */
export const tinted = ([, a, b]: Oklab, lightness: number, chroma = 1): Oklab => [
  lightness,
  a * chroma,
  b * chroma,
];

/** Mean colour of what is seen of a picture. */
export const meanColor = ({ data }: Raster): Oklab => {
  const sum = [0, 0, 0];
  let count = 0;
  const step = 4 * max(1, Math.floor(data.length / 4 / 20_000));
  for (let o = 0; o < data.length; o += step) {
    if (data[o + 3]! < 128) continue;
    oklabOf(data[o]!, data[o + 1]!, data[o + 2]!).forEach((part, i) => (sum[i]! += part));
    count++;
  }
  return count ? [sum[0]! / count, sum[1]! / count, sum[2]! / count] : [0.5, 0, 0];
};

/** `t` = 0 gives `from`, `t` = 1 gives `to`. */
export const mix = (from: number, to: number, t: number): number => from + (to - from) * t;

/** Smooth step from 0 at `low` to 1 at `high`. */
export const ramp = (low: number, high: number, value: number): number => {
  const t = min(1, max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
};
