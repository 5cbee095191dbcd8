/** Pixels of a picture, RGBA, 8 bit, sRGB, alpha not premultiplied, row by row from the top-left corner. */
export interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Alpha from which a pixel counts as part of what is shown. */
export const VISIBLE_ALPHA = 128;

const isLightMark = ({ data }: Raster): boolean => {
  let light = 0;
  let visible = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3]! < VISIBLE_ALPHA) continue;
    visible += 1;
    if (Math.min(data[i]!, data[i + 1]!, data[i + 2]!) > 200) light += 1;
  }
  return visible > 0 && light / visible > 0.9;
};

/** Whether any pixel lets what is behind it through. */
export const hasTranslucentPixels = ({ data }: Raster): boolean => {
  for (let i = 3; i < data.length; i += 4) if (data[i]! < 255) return true;
  return false;
};

/**
 * The picture on an opaque ground, as it would be looked at: white, or dark grey under a mark that is nearly all
 * white.
 */
export const onGround = (raster: Raster): Raster => {
  if (!hasTranslucentPixels(raster)) return raster;
  const ground = isLightMark(raster) ? 32 : 255;
  const { width, height, data } = raster;
  const out = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3]!;
    for (let c = 0; c < 3; c += 1) {
      out[i + c] = ((data[i + c]! * alpha + ground * (255 - alpha)) / 255 + 0.5) | 0;
    }
    out[i + 3] = 255;
  }
  return { data: out, width, height };
};

/**
 * Luma of every pixel, alpha ignored.
 *
 * Shape:  width × height, 8 bit.
 * Source: the fixed-point BT.601 weights of OpenCV's `cvtColor(…, COLOR_RGB2GRAY)`, so that edges can be compared.
 */
export const lumaOf = ({ data, width, height }: Raster): Uint8Array => {
  const luma = new Uint8Array(width * height);
  for (let p = 0, i = 0; p < luma.length; p += 1, i += 4) {
    luma[p] = (data[i]! * 9798 + data[i + 1]! * 19235 + data[i + 2]! * 3735 + 16384) >> 15;
  }
  return luma;
};

/** Block edges that divide `length` into `parts`, each block at least one wide. */
const blocks = (length: number, parts: number): Array<[number, number]> =>
  Array.from({ length: parts }, (_, i) => {
    const start = Math.min(length - 1, Math.floor((i * length) / parts));
    return [start, Math.max(start + 1, Math.floor(((i + 1) * length) / parts))];
  });

/**
 * Mean colour of every block of the picture cut into `width` × `height` blocks, colours weighted by alpha.
 *
 * Enlarges by repetition when the picture has fewer pixels than blocks.
 */
export const averageDown = (raster: Raster, width: number, height: number): Raster => {
  const out = new Uint8Array(width * height * 4);
  const columns = blocks(raster.width, width);
  let o = 0;
  for (const [top, bottom] of blocks(raster.height, height)) {
    for (const [left, right] of columns) {
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left, i = (y * raster.width + left) * 4; x < right; x += 1, i += 4) {
          const alpha = raster.data[i + 3]!;
          r += raster.data[i]! * alpha;
          g += raster.data[i + 1]! * alpha;
          b += raster.data[i + 2]! * alpha;
          a += alpha;
        }
      }
      const weight = a || 1;
      out[o] = r / weight + 0.5;
      out[o + 1] = g / weight + 0.5;
      out[o + 2] = b / weight + 0.5;
      out[o + 3] = a / ((bottom - top) * (right - left)) + 0.5;
      o += 4;
    }
  }
  return { data: out, width, height };
};

/** The picture averaged down so that its long side is at most `longSide` px; unchanged when it already is. */
export const shrinkTo = (raster: Raster, longSide: number): Raster => {
  const scale = longSide / Math.max(raster.width, raster.height);
  if (scale >= 1) return raster;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return averageDown(raster, side(raster.width), side(raster.height));
};
