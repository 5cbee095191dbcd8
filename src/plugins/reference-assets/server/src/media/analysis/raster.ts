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

/** Where the blocks begin when `length` is cut into `parts`; the last entry is the end. */
const cuts = (length: number, parts: number): Int32Array =>
  Int32Array.from({ length: parts + 1 }, (_, i) => Math.floor((i * length) / parts));

interface Blocks {
  columns: Int32Array;
  rows: Int32Array;
}

/** Means of blocks of a picture without transparency. */
const averageOpaque = ({ data, width }: Raster, out: Uint8Array, { columns, rows }: Blocks) => {
  let o = 0;
  for (let v = 0; v < rows.length - 1; v += 1) {
    const top = rows[v]!;
    const bottom = Math.max(top + 1, rows[v + 1]!);
    for (let u = 0; u < columns.length - 1; u += 1, o += 4) {
      const left = columns[u]!;
      const right = Math.max(left + 1, columns[u + 1]!);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let y = top; y < bottom; y += 1) {
        const end = (y * width + right) * 4;
        for (let i = (y * width + left) * 4; i < end; i += 4) {
          r += data[i]!;
          g += data[i + 1]!;
          b += data[i + 2]!;
        }
      }
      const count = (bottom - top) * (right - left);
      out[o] = r / count + 0.5;
      out[o + 1] = g / count + 0.5;
      out[o + 2] = b / count + 0.5;
      out[o + 3] = 255;
    }
  }
};

/** Means of blocks in which every pixel counts as much as it can be seen. */
const averageByAlpha = ({ data, width }: Raster, out: Uint8Array, { columns, rows }: Blocks) => {
  let o = 0;
  for (let v = 0; v < rows.length - 1; v += 1) {
    const top = rows[v]!;
    const bottom = Math.max(top + 1, rows[v + 1]!);
    for (let u = 0; u < columns.length - 1; u += 1, o += 4) {
      const left = columns[u]!;
      const right = Math.max(left + 1, columns[u + 1]!);
      const sums: [number, number, number, number] = [0, 0, 0, 0];
      for (let y = top; y < bottom; y += 1) {
        const end = (y * width + right) * 4;
        for (let i = (y * width + left) * 4; i < end; i += 4) {
          const alpha = data[i + 3]!;
          sums[0] += data[i]! * alpha;
          sums[1] += data[i + 1]! * alpha;
          sums[2] += data[i + 2]! * alpha;
          sums[3] += alpha;
        }
      }
      const weight = sums[3] || 1;
      for (let c = 0; c < 3; c += 1) out[o + c] = sums[c]! / weight + 0.5;
      out[o + 3] = sums[3] / ((bottom - top) * (right - left)) + 0.5;
    }
  }
};

/**
 * Mean colour of every block of the picture cut into `width` × `height` blocks, colours weighted by alpha.
 *
 * Enlarges by repetition when the picture has fewer pixels than blocks.
 */
export const averageDown = (raster: Raster, width: number, height: number): Raster => {
  const data = new Uint8Array(width * height * 4);
  const blocks = { columns: cuts(raster.width, width), rows: cuts(raster.height, height) };
  if (hasTranslucentPixels(raster)) averageByAlpha(raster, data, blocks);
  else averageOpaque(raster, data, blocks);
  return { data, width, height };
};

/** Every n-th pixel of a picture, so that its long side is at most `longSide` px: quick, and good enough to look. */
export const thinOut = (raster: Raster, longSide: number): Raster => {
  const step = Math.ceil(Math.max(raster.width, raster.height) / longSide);
  if (step === 1) return raster;
  const width = Math.ceil(raster.width / step);
  const height = Math.ceil(raster.height / step);
  const data = new Uint8Array(width * height * 4);
  for (let y = 0, o = 0; y < height; y += 1) {
    for (let x = 0, i = y * step * raster.width * 4; x < width; x += 1, i += step * 4, o += 4) {
      for (let c = 0; c < 4; c += 1) data[o + c] = raster.data[i + c]!;
    }
  }
  return { data, width, height };
};

/** The picture averaged down so that its long side is at most `longSide` px; unchanged when it already is. */
export const shrinkTo = (raster: Raster, longSide: number): Raster => {
  const scale = longSide / Math.max(raster.width, raster.height);
  if (scale >= 1) return raster;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return averageDown(raster, side(raster.width), side(raster.height));
};
