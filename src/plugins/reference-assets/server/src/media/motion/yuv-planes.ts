/** A picture as the codec sees it: three 8-bit planes, chroma at half width and height. */
export interface YuvPicture {
  width: number;
  height: number;
  y: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
}

/**
 * Converts RGB to limited-range BT.709 4:2:0, chroma sited left as H.264 expects.
 *
 * Shape: `rgb` width × height × 3, 8 bit; width and height even.
 * Source: ITU-R BT.709-6 §3 (luma weights and quantisation).
 */
export const toYuv420 = (rgb: Uint8Array, width: number, height: number): YuvPicture => {
  const y = new Uint8Array(width * height);
  const blue = new Float32Array(width * height);
  const red = new Float32Array(width * height);
  for (let i = 0, o = 0; i < y.length; i++, o += 3) {
    const [r, g, b] = [rgb[o]!, rgb[o + 1]!, rgb[o + 2]!];
    const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    y[i] = Math.round(16 + luma * (219 / 255));
    blue[i] = (b - luma) / 1.8556;
    red[i] = (r - luma) / 1.5748;
  }
  return { width, height, y, u: subsample(blue, width, height), v: subsample(red, width, height) };
};

const subsample = (full: Float32Array, width: number, height: number): Uint8Array => {
  const [columns, rows] = [width >> 1, height >> 1];
  const plane = new Uint8Array(columns * rows);
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
      plane[o] = Math.round(128 + (sum / 8) * (224 / 255));
    }
  }
  return plane;
};
