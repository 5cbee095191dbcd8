/** A picture as the codec sees it: three 8-bit planes, chroma at half width and height. */
export interface YuvPicture {
  width: number;
  height: number;
  y: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
}

/** A part of a picture: the planes are multiplied with the alpha, so that they can be added to what shows through. */
export interface YuvLayer extends YuvPicture {
  alpha: Uint8Array;
  /** The alpha of the chroma planes. */
  halfAlpha: Uint8Array;
}

/**
 * Converts RGB to limited-range BT.709 4:2:0, chroma sited left as H.264 expects.
 *
 * Shape: `rgb` width × height × 3, 8 bit; width and height even.
 * Source: ITU-R BT.709-6 §3 (luma weights and quantisation).
 */
export const toYuv420 = (rgb: Uint8Array, width: number, height: number): YuvPicture => {
  const halfAlpha = new Uint8Array((width >> 1) * (height >> 1)).fill(255);
  const { u, v } = chromaOf(rgb, width, height, halfAlpha);
  return { width, height, y: lumaOf(rgb, width * height), u, v };
};

/**
 * Converts a layer whose colours are multiplied with its alpha.
 *
 * Shape: `rgb` width × height × 3, `alpha` width × height, 8 bit.
 */
export const toYuvLayer = (
  rgb: Uint8Array,
  alpha: Uint8Array,
  width: number,
  height: number,
): YuvLayer => {
  const halfAlpha = halved(alpha, width, height);
  const y = lumaOf(rgb, width * height, alpha);
  return { width, height, y, ...chromaOf(rgb, width, height, halfAlpha), alpha, halfAlpha };
};

/** Weights of red, green and blue in luma. */
const [wr, wg, wb] = [0.2126, 0.7152, 0.0722];
/** Limited range: luma takes 219 steps above 16, colour differences 224 around 128. */
const [lumaRange, chromaRange] = [219 / 255, 224 / 255];
/** Whole numbers with 16 binary places: several times faster over a picture than fractions that are cut off. */
const places = 16;
const fixed = (value: number): number => Math.round(value * 2 ** places);
/** What is added to a value for each alpha, and the half that rounds it. */
const feet = (foot: number): Int32Array =>
  Int32Array.from({ length: 256 }, (_, alpha) => fixed((foot / 255) * alpha + 0.5));
const [lumaFeet, chromaFeet] = [feet(16), feet(128)];

/** Luma with its foot of 16, which a layer has as far as it covers. */
const lumaOf = (rgb: Uint8Array, pixels: number, alpha?: Uint8Array): Uint8Array => {
  const [kr, kg, kb] = [fixed(wr * lumaRange), fixed(wg * lumaRange), fixed(wb * lumaRange)];
  const y = new Uint8Array(pixels);
  // Luma never leaves 16–235.
  for (let i = 0, o = 0; i < pixels; i++, o += 3) {
    const foot = lumaFeet[alpha ? alpha[i]! : 255]!;
    y[i] = (kr * rgb[o]! + kg * rgb[o + 1]! + kb * rgb[o + 2]! + foot) >> places;
  }
  return y;
};

/** Both colour differences at half size, around 128 as far as the layer covers. */
const chromaOf = (
  rgb: Uint8Array,
  width: number,
  height: number,
  halfAlpha: Uint8Array,
): Pick<YuvPicture, 'u' | 'v'> => {
  const [columns, rows] = [width >> 1, height >> 1];
  const [u, v] = [new Uint8Array(columns * rows), new Uint8Array(columns * rows)];
  const [blue, red] = [chromaRange / 1.8556 / 8, chromaRange / 1.5748 / 8];
  const [ur, ug, ub] = [fixed(-wr * blue), fixed(-wg * blue), fixed((1 - wb) * blue)];
  const [vr, vg, vb] = [fixed((1 - wr) * red), fixed(-wg * red), fixed(-wb * red)];
  for (let row = 0, i = 0; row < rows; row++) {
    const upper = row * 2 * width * 3;
    const lower = upper + width * 3;
    for (let column = 0; column < columns; column++, i++) {
      const x = column * 6;
      const [left, right] = [column === 0 ? 0 : x - 3, x + 3];
      const r = around(rgb, upper, lower, left, x, right);
      const g = around(rgb, upper + 1, lower + 1, left, x, right);
      const b = around(rgb, upper + 2, lower + 2, left, x, right);
      const foot = chromaFeet[halfAlpha[i]!]!;
      u[i] = inByte((ur * r + ug * g + ub * b + foot) >> places);
      v[i] = inByte((vr * r + vg * g + vb * b + foot) >> places);
    }
  }
  return { u, v };
};

const inByte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);

/** Half width and height, each value from the two rows and the three columns around it. */
const halved = (full: Uint8Array, width: number, height: number): Uint8Array => {
  const [columns, rows] = [width >> 1, height >> 1];
  const half = new Uint8Array(columns * rows);
  for (let row = 0, i = 0; row < rows; row++) {
    const upper = row * 2 * width;
    for (let column = 0; column < columns; column++, i++) {
      const x = column * 2;
      const left = x === 0 ? 0 : x - 1;
      half[i] = around(full, upper, upper + width, left, x, x + 1) / 8 + 0.5;
    }
  }
  return half;
};

/** Eight times the mean of two rows and three columns, the middle column counting twice. */
const around = (
  full: Uint8Array,
  upper: number,
  lower: number,
  left: number,
  middle: number,
  right: number,
): number =>
  full[upper + left]! +
  full[lower + left]! +
  2 * (full[upper + middle]! + full[lower + middle]!) +
  full[upper + right]! +
  full[lower + right]!;
