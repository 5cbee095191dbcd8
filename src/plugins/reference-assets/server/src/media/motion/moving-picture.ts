import type { CameraView } from './camera-path';
import {
  createPlaneKernels,
  tableEntryBytes,
  weightScale,
  type PlaneKernels,
} from './plane-kernels';
import type { YuvPicture } from './yuv-planes';

/** A still loaded for moving: gives the frame a camera view shows. */
export interface MovingPicture {
  /** Bytes of one frame, planes Y, U, V without padding. */
  frameBytes: number;
  frame(view: CameraView): Uint8Array;
}

interface Plane {
  width: number;
  height: number;
  /** Memory of the turned source: one row for each column of the picture. */
  turned: number;
  turnedStride: number;
  stride: number;
}

const padded = (length: number): number => Math.ceil(length / 16) * 16;

/**
 * Loads a still so that any view of it can be drawn with sub-pixel precision.
 *
 * A view is an axis-parallel crop, so each direction is filtered by itself (Catmull-Rom, positions to 1/128 px).
 * Columns are filtered as rows of the turned picture, turned once here and back once a frame.
 */
export const createMovingPicture = (picture: YuvPicture): MovingPicture => {
  const planes = layOut(picture);
  const luma = planes[0]!;
  const area = padded(picture.width) * padded(picture.height);
  const sources = planes.reduce((sum, plane) => sum + plane.turnedStride * padded(plane.width), 0);
  const [filtered, upright] = [sources, sources + area];
  const output = upright + area;
  const table = output + area;
  const longest = Math.max(luma.stride, luma.turnedStride);
  const kernels = createPlaneKernels(table + longest * tableEntryBytes + 64);
  load(kernels, picture, planes);

  const frameBytes = planes.reduce((sum, { width, height }) => sum + width * height, 0);
  return {
    frameBytes,
    frame: (view) => {
      const frame = new Uint8Array(frameBytes);
      let position = 0;
      for (const plane of planes) {
        draw(kernels, plane, view, { filtered, upright, output, table });
        position = copyOut(kernels, plane, output, frame, position);
      }
      return frame;
    },
  };
};

const layOut = ({ width, height }: YuvPicture): Plane[] => {
  const chroma = { width: width >> 1, height: height >> 1 };
  let turned = 0;
  return [{ width, height }, chroma, chroma].map((size) => {
    const plane = {
      ...size,
      turned,
      turnedStride: padded(size.height),
      stride: padded(size.width),
    };
    turned += plane.turnedStride * plane.stride;
    return plane;
  });
};

const load = ({ memory }: PlaneKernels, picture: YuvPicture, planes: Plane[]): void => {
  const bytes = new Uint8Array(memory.buffer);
  [picture.y, picture.u, picture.v].forEach((source, index) => {
    const { width, height, turned, turnedStride } = planes[index]!;
    for (let x = 0; x < width; x++) {
      const row = turned + x * turnedStride;
      for (let y = 0; y < height; y++) bytes[row + y] = source[y * width + x]!;
    }
  });
};

interface Areas {
  filtered: number;
  upright: number;
  output: number;
  table: number;
}

const draw = (kernels: PlaneKernels, plane: Plane, view: CameraView, areas: Areas): void => {
  const { width, height, turned, turnedStride, stride } = plane;
  const { memory, filterRows, transpose } = kernels;
  writeTaps(memory, areas.table, view.x, view.scale, width, turned, turnedStride);
  filterRows(areas.filtered, turnedStride, turnedStride, width, areas.table);
  transpose(areas.filtered, turnedStride, areas.upright, stride, stride, turnedStride);
  writeTaps(memory, areas.table, view.y, view.scale, height, areas.upright, stride);
  filterRows(areas.output, stride, stride, height, areas.table);
};

/** For each output line the four source lines around it and their weights. */
const writeTaps = (
  memory: WebAssembly.Memory,
  table: number,
  centre: number,
  scale: number,
  length: number,
  base: number,
  stride: number,
): void => {
  const entries = new Int32Array(memory.buffer, table, length * 8);
  const start = (centre - scale / 2) * length;
  for (let i = 0; i < length; i++) {
    const position = start + (i + 0.5) * scale - 0.5;
    const first = Math.floor(position);
    const weights = catmullRom(position - first);
    for (let k = 0; k < 4; k++) {
      const line = Math.min(length - 1, Math.max(0, first - 1 + k));
      entries[i * 8 + k] = base + line * stride;
      entries[i * 8 + 4 + k] = weights[k]!;
    }
  }
};

const catmullRom = (t: number): number[] => {
  const outer = (s: number) => Math.round(((-0.5 * s + 1) * s - 0.5) * s * weightScale);
  const inner = Math.round(((1.5 * t - 2.5) * t * t + 1) * weightScale);
  const [before, after] = [outer(t), outer(1 - t)];
  return [before, inner, weightScale - before - inner - after, after];
};

const copyOut = (
  { memory }: PlaneKernels,
  { width, height, stride }: Plane,
  from: number,
  frame: Uint8Array,
  position: number,
): number => {
  const bytes = new Uint8Array(memory.buffer, from, stride * height);
  if (stride === width) frame.set(bytes, position);
  else
    for (let row = 0; row < height; row++) {
      frame.set(bytes.subarray(row * stride, row * stride + width), position + row * width);
    }
  return position + width * height;
};
