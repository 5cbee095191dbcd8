import { oklabOf } from '../analysis/oklab';
import type { Raster } from '../analysis/raster';
import type { BackdropMask } from './backdrop-mask';

/** Long side of a picture on which lines and the calm around them have the widths below, px; they grow with it. */
const usualLongSide = 700;
/** Half the width of the lines looked for, and how far grain is evened out before, px. */
const widths = { line: 4, grain: 1.5 };
/** Lightness by which a line stands out from both of its sides, and by which these may differ; grain is below. */
const step = 0.012;
/** Room around the subject in which its clear parts would stand, as shares of its width and height. */
const beside = { across: 0.2, down: 2 };
/** Share of the subject's pixels that lines come to, and how many times more there are than elsewhere. */
const leastLines = { ofSubject: 0.006, ofElsewhere: 5 };

/**
 * Whether glass was taken for backdrop: thin lines near the subject that are as bright on both sides, as the rim of a
 * jar is and the edge of a shadow is not, on a backdrop that has none elsewhere.
 */
export const isSeeThrough = (mask: BackdropMask, raster: Raster): boolean => {
  const { width, height } = raster;
  const scale = Math.max(1, Math.max(width, height) / usualLongSide);
  const reach = Math.round(widths.line * scale);
  const subject = boundsOf(mask, width);
  if (!subject) return false;
  const light = softLight(raster, Math.round(widths.grain * scale));
  const away = farFromSubject(mask, width, height, 2 * reach);
  const [near, far] = [
    { lines: 0, all: 0 },
    { lines: 0, all: 0 },
  ];
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach, i = y * width + x; x < width - reach; x++, i++) {
      if (!away[i]) continue;
      const count = isNear(subject, x, y) ? near : far;
      count.all++;
      if (isLine(light, i, reach) || isLine(light, i, reach * width)) count.lines++;
    }
  }
  const elsewhere = far.lines / Math.max(1, far.all);
  return (
    near.lines > leastLines.ofSubject * subject.pixels &&
    near.lines / near.all > leastLines.ofElsewhere * elsewhere
  );
};

const isLine = (light: Float32Array, i: number, apart: number): boolean => {
  const [before, here, after] = [light[i - apart]!, light[i]!, light[i + apart]!];
  return Math.abs(2 * here - before - after) > 2 * step && Math.abs(before - after) < step;
};

interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
  pixels: number;
}

const boundsOf = (mask: BackdropMask, width: number): Bounds | null => {
  const bounds = { left: width, right: 0, top: mask.length / width, bottom: 0, pixels: 0 };
  for (let i = 0; i < mask.length; i++) {
    if (mask[i]) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
    bounds.pixels++;
  }
  return bounds.pixels > 0 ? bounds : null;
};

const isNear = ({ left, right, top, bottom }: Bounds, x: number, y: number): boolean => {
  const across = (right - left) * beside.across;
  const down = (bottom - top) * beside.down;
  return x > left - across && x < right + across && y > top - down && y < bottom + down;
};

/** 1 on backdrop that has none of the subject within `distance` px across, down and slantwise. */
const farFromSubject = (
  mask: BackdropMask,
  width: number,
  height: number,
  distance: number,
): Uint8Array => {
  const clear = Uint8Array.from(mask);
  const slant = Math.round(distance * 0.7);
  const around = [
    ...[distance, -distance, distance * width, -distance * width],
    ...[slant * (width + 1), -slant * (width + 1), slant * (width - 1), -slant * (width - 1)],
  ];
  const last = width * height;
  for (let i = 0; i < last; i++) {
    if (mask[i]) continue;
    for (const offset of around) if (i + offset >= 0 && i + offset < last) clear[i + offset] = 0;
  }
  return clear;
};

/** Lightness, each pixel a mean of those up to `radius` px around it. */
const softLight = ({ data, width, height }: Raster, radius: number): Float32Array => {
  const light = new Float32Array(width * height);
  for (let i = 0, o = 0; i < light.length; i++, o += 4)
    light[i] = oklabOf(data[o]!, data[o + 1]!, data[o + 2]!)[0];
  return meanAlong(meanAlong(light, 1, radius), width, radius);
};

/** Mean of the values up to `radius` steps before and behind; the ends, where there are none, stay. */
const meanAlong = (values: Float32Array, step: number, radius: number): Float32Array => {
  const soft = new Float32Array(values);
  const edge = radius * step;
  for (let i = edge; i < values.length - edge; i++) {
    let sum = 0;
    for (let at = i - edge; at <= i + edge; at += step) sum += values[at]!;
    soft[i] = sum / (2 * radius + 1);
  }
  return soft;
};
