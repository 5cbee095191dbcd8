import { cannyEdges } from '../canny';
import { lumaOf, onGround, shrinkTo, thinOut, VISIBLE_ALPHA, type Raster } from '../raster';

/** Long side on which pictures are compared, px: all are seen at one size, whatever they were. */
export const VIEW_LONG_SIDE = 200;
/** Long side on which the subject is looked for, px. */
const FINDING_LONG_SIDE = 128;

/** A small copy of a picture with what several measurements need of it. Arrays hold one entry a pixel. */
export interface View {
  width: number;
  height: number;
  /** The small copy itself, with its alpha. */
  raster: Raster;
  /** RGBA on an opaque ground. */
  data: Uint8Array;
  readonly luma: Uint8Array;
  readonly edges: Uint8Array;
  /** 1 where the picture shows its subject: what is opaque, or stands out from a plain border. */
  subject: Uint8Array;
  subjectPixels: number;
  border: Border;
  /** Width by height of the whole picture. */
  pictureAspect: number;
  /** Share of the whole picture that the view shows, 0–1. */
  coverage: number;
}

/** A rectangle of pixels; `right` and `bottom` lie just outside it. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The outermost ring of a picture. */
export interface Border {
  /** Its median colour on the ground. */
  rgb: [number, number, number];
  /** Share of the ring that is close to that colour, 0–1. */
  uniform: number;
  /** Share of the ring that is transparent, 0–1. */
  transparent: number;
}

const PLAIN_BORDER = 0.7;
const CLOSE = 36;

/** Pixel numbers of the ring, `depth` px deep. */
const ringPixels = (width: number, height: number, depth: number): Int32Array => {
  const inside = Math.max(0, width - 2 * depth) * Math.max(0, height - 2 * depth);
  const ring = new Int32Array(width * height - inside);
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    const inner = y >= depth && y < height - depth;
    for (let x = 0; x < width; x += 1) {
      if (inner && x === depth && width > 2 * depth) x = width - depth;
      ring[count++] = y * width + x;
    }
  }
  return ring;
};

/** The value in the middle, counted instead of sorted. */
const median = (values: Uint8Array): number => {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]! += 1;
  let value = 0;
  for (let below = counts[0]!; below <= values.length >> 1; below += counts[value]!) value += 1;
  return value;
};

/** Whether pixel `p` is close to a colour. */
export const isNear = (data: Uint8Array, p: number, [r, g, b]: Border['rgb']): boolean =>
  Math.abs(data[p * 4]! - r) + Math.abs(data[p * 4 + 1]! - g) + Math.abs(data[p * 4 + 2]! - b) <=
  CLOSE;

const borderOf = (raster: Raster, data: Uint8Array): Border => {
  const { width, height } = raster;
  const ring = ringPixels(width, height, Math.max(1, Math.round(Math.max(width, height) / 100)));
  const values = new Uint8Array(ring.length);
  const channel = (c: number): number => {
    for (let i = 0; i < ring.length; i += 1) values[i] = data[ring[i]! * 4 + c]!;
    return median(values);
  };
  const rgb: Border['rgb'] = [channel(0), channel(1), channel(2)];
  let near = 0;
  let transparent = 0;
  for (const p of ring) {
    if (isNear(data, p, rgb)) near += 1;
    if (raster.data[p * 4 + 3]! < VISIBLE_ALPHA) transparent += 1;
  }
  return { rgb, uniform: near / ring.length, transparent: transparent / ring.length };
};

const subjectOf = (raster: Raster, data: Uint8Array, border: Border): Uint8Array => {
  const subject = new Uint8Array(raster.width * raster.height);
  let pixels = 0;
  for (let p = 0; p < subject.length; p += 1) {
    if (raster.data[p * 4 + 3]! < VISIBLE_ALPHA) continue;
    if (border.uniform >= PLAIN_BORDER && isNear(data, p, border.rgb)) continue;
    subject[p] = 1;
    pixels += 1;
  }
  // Nothing stands out: the whole picture is its subject.
  return pixels === 0 ? subject.fill(1) : subject;
};

/** Smallest box around the marked pixels of a mask. */
export const boxOf = (mask: Uint8Array, width: number, height: number): Box => {
  const box = { left: width, right: 0, top: height, bottom: 0 };
  for (let y = 0, p = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, p += 1) {
      if (mask[p] === 0) continue;
      if (x < box.left) box.left = x;
      if (x >= box.right) box.right = x + 1;
      if (y < box.top) box.top = y;
      box.bottom = y + 1;
    }
  }
  return box;
};

export const crop = ({ data, width }: Raster, { left, right, top, bottom }: Box): Raster => {
  const out = new Uint8Array((right - left) * (bottom - top) * 4);
  for (let y = top; y < bottom; y += 1) {
    const row = data.subarray((y * width + left) * 4, (y * width + right) * 4);
    out.set(row, (y - top) * (right - left) * 4);
  }
  return { data: out, width: right - left, height: bottom - top };
};

const MARGIN = 0.04;

/** The part of a picture that holds its subject, with a little air around it. */
const subjectBox = (picture: Raster): Box => {
  const small = thinOut(picture, FINDING_LONG_SIDE);
  const { data } = onGround(small);
  const subject = subjectOf(small, data, borderOf(small, data));
  const box = boxOf(subject, small.width, small.height);
  const scale = picture.width / small.width;
  const air = MARGIN * Math.max(box.right - box.left, box.bottom - box.top);
  const from = (at: number): number => Math.max(0, Math.floor((at - air) * scale));
  const to = (at: number, end: number): number => Math.min(end, Math.ceil((at + air) * scale));
  return {
    left: from(box.left),
    right: to(box.right, picture.width),
    top: from(box.top),
    bottom: to(box.bottom, picture.height),
  };
};

/** Prepares a picture for measuring: its subject, small, on a ground, with luma, edges and border. */
export const viewOf = (picture: Raster): View => {
  const box = subjectBox(picture);
  const raster = shrinkTo(crop(picture, box), VIEW_LONG_SIDE);
  const { width, height } = raster;
  const { data } = onGround(raster);
  const border = borderOf(raster, data);
  const subject = subjectOf(raster, data, border);
  let subjectPixels = 0;
  for (let p = 0; p < subject.length; p += 1) subjectPixels += subject[p]!;
  let luma: Uint8Array | undefined;
  let edges: Uint8Array | undefined;
  return {
    ...{ width, height, raster, data, subject, subjectPixels, border },
    // Not every measurement looks at these.
    get luma() {
      luma ??= lumaOf({ data, width, height });
      return luma;
    },
    get edges() {
      edges ??= cannyEdges(this.luma, width, height);
      return edges;
    },
    pictureAspect: picture.width / picture.height,
    coverage: ((box.right - box.left) * (box.bottom - box.top)) / (picture.width * picture.height),
  };
};
