/** A colour in OKLab: lightness 0–1, a (green to red) and b (blue to yellow) about −0.4–0.4. */
export type Oklab = readonly [lightness: number, a: number, b: number];

/** sRGB, 0–255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const s = value / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
});

/**
 * OKLab of pixel after pixel: for loops in which a list for each colour would cost more than the arithmetic.
 *
 * Shape:  `rgba` 8 bit; the result holds lightness, a and b of each pixel in turn.
 * Source: Björn Ottosson, "A perceptual color space for image processing" (2020).
 */
export const oklabOfPixels = (rgba: Uint8Array): Float64Array => {
  const lab = new Float64Array((rgba.length / 4) * 3);
  for (let i = 0, o = 0; i < rgba.length; i += 4, o += 3) {
    const r = linear[rgba[i]!]!;
    const g = linear[rgba[i + 1]!]!;
    const b = linear[rgba[i + 2]!]!;
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    lab[o] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
    lab[o + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    lab[o + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  }
  return lab;
};

/** OKLab of an sRGB colour given in whole steps 0–255. */
export const oklabOf = (red: number, green: number, blue: number): Oklab => {
  const [lightness, a, b] = oklabOfPixels(Uint8Array.of(red, green, blue, 255));
  return [lightness!, a!, b!];
};

/** Squared distance of two OKLab colours; 0.02² is about what an eye just sees. */
export const squaredDistance = (one: Oklab, other: Oklab): number =>
  (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;

/** Chroma of an OKLab colour: 0 for grey, about 0.3 for the most vivid. */
export const chromaOf = ([, a, b]: Oklab): number => Math.hypot(a, b);
