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
  const { y, blue, red } = differences(rgb, width * height);
  for (let i = 0; i < y.length; i++) y[i] = 16 + y[i]!;
  const u = halved(blue, width, height);
  const v = halved(red, width, height);
  return { width, height, y: Uint8Array.from(y, Math.round), u: around128(u), v: around128(v) };
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
  const { y, blue, red } = differences(rgb, width * height);
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + (16 * alpha[i]!) / 255;
  const share = halved(Float32Array.from(alpha), width, height);
  return {
    width,
    height,
    y: Uint8Array.from(y, Math.round),
    u: around128(halved(blue, width, height), share),
    v: around128(halved(red, width, height), share),
    alpha,
    halfAlpha: Uint8Array.from(share, Math.round),
  };
};

/** Luma without its foot, and the two colour differences, all still exact. */
const differences = (rgb: Uint8Array, pixels: number) => {
  const y = new Float32Array(pixels);
  const blue = new Float32Array(pixels);
  const red = new Float32Array(pixels);
  for (let i = 0, o = 0; i < pixels; i++, o += 3) {
    const r = rgb[o]!;
    const g = rgb[o + 1]!;
    const b = rgb[o + 2]!;
    const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    y[i] = luma * (219 / 255);
    blue[i] = ((b - luma) / 1.8556) * (224 / 255);
    red[i] = ((r - luma) / 1.5748) * (224 / 255);
  }
  return { y, blue, red };
};

const around128 = (values: Float32Array, share?: Float32Array): Uint8Array => {
  const plane = new Uint8Array(values.length);
  for (let i = 0; i < plane.length; i++) {
    const foot = share ? (128 * share[i]!) / 255 : 128;
    plane[i] = Math.round(Math.min(255, Math.max(0, foot + values[i]!)));
  }
  return plane;
};

/** Half width and height, each value from the two rows and the three columns around it. */
const halved = (full: Float32Array, width: number, height: number): Float32Array => {
  const [columns, rows] = [width >> 1, height >> 1];
  const half = new Float32Array(columns * rows);
  for (let row = 0, o = 0; row < rows; row++) {
    const upper = row * 2 * width;
    const lower = upper + width;
    for (let column = 0; column < columns; column++, o++) {
      const x = column * 2;
      const left = x === 0 ? 0 : x - 1;
      const sum =
        full[upper + left]! +
        full[lower + left]! +
        2 * (full[upper + x]! + full[lower + x]!) +
        full[upper + x + 1]! +
        full[lower + x + 1]!;
      half[o] = sum / 8;
    }
  }
  return half;
};
