import type { CameraView } from './camera-path';
import { tableEntryBytes, weightScale, type PlaneKernels } from './plane-kernels';

/** A plane of a picture in the kernels' memory, turned: one row for each of its columns. */
export interface Plane {
  width: number;
  height: number;
  /** Where the turned plane begins. */
  turned: number;
  turnedStride: number;
  stride: number;
}

/** Lengths in memory are whole vectors of the kernels. */
export const padded = (length: number): number => Math.ceil(length / 16) * 16;

/** A plane of a size at an address. */
export const planeAt = (
  { width, height }: { width: number; height: number },
  turned: number,
): Plane => ({ width, height, turned, turnedStride: padded(height), stride: padded(width) });

/** What a turned plane takes. Units: bytes. */
export const planeBytes = ({ turnedStride, stride }: Plane): number => turnedStride * stride;

/** Writes a plane turned into memory; `upright` is room of {@link planeBytes} to turn it from. */
export const loadPlane = (
  { memory, transpose }: PlaneKernels,
  source: Uint8Array,
  { width, height, turned, turnedStride, stride }: Plane,
  upright: number,
): void => {
  const bytes = new Uint8Array(memory.buffer, upright);
  for (let y = 0; y < height; y++)
    bytes.set(source.subarray(y * width, (y + 1) * width), y * stride);
  transpose(upright, stride, turned, turnedStride, turnedStride, stride);
};

/** Memory that drawing needs beside the planes; each the size of the largest plane, the table by its longest side. */
export interface Workspace {
  filtered: number;
  upright: number;
  table: number;
}

/** Bytes of a table for lines of a length. */
export const tableBytes = (longest: number): number => longest * tableEntryBytes + 64;

/** Rows or columns of the output: from the first up to and without the last. */
export interface Span {
  from: number;
  to: number;
}

/** The part of the output that is drawn; columns in whole vectors of the kernels. */
export interface Part {
  rows: Span;
  columns: Span;
  /** Whether straight lines between neighbours are as good as curves there; see `detailOf`. */
  smooth?: boolean;
}

/** Everything of a plane. */
export const wholePlane = ({ height, stride }: Plane): Part => ({
  rows: { from: 0, to: height },
  columns: { from: 0, to: stride },
});

/** The row of the source that an output row shows, as a fraction. */
const sourceRow = (view: CameraView, height: number, row: number): number =>
  (view.y - view.scale / 2) * height + (row + 0.5) * view.scale - 0.5;

/**
 * Draws a part of a view of a plane, upright, at its place within `output`.
 *
 * A view is an axis-parallel crop, so each direction is filtered by itself (Catmull-Rom, positions to 1/128 px; on
 * smooth planes linear).
 */
export const drawPlane = (
  kernels: PlaneKernels,
  plane: Plane,
  view: CameraView,
  { filtered, upright, table }: Workspace,
  output: number,
  { rows, columns, smooth = false }: Part = wholePlane(plane),
): void => {
  const { memory, transpose } = kernels;
  const { width, height, turned, turnedStride, stride } = plane;
  const filter = smooth ? kernels.filterPairs : kernels.filterRows;
  if (rows.to <= rows.from || columns.to <= columns.from) return;
  // Only the rows of the source that will be seen are filtered, in whole blocks of the kernels.
  const low = Math.max(0, Math.floor(sourceRow(view, height, rows.from)) - 1);
  const high = Math.min(height - 1, Math.floor(sourceRow(view, height, rows.to - 1)) + 2);
  const first = Math.min(low - (low % 16), turnedStride - 16);
  const bytes = padded(Math.max(high, first) + 1 - first);
  const { from: left, to: right } = columns;
  const across = { centre: view.x, scale: view.scale, length: width, smooth };
  const seen = { from: left, to: Math.min(width, right) };
  writeTaps(memory, table, across, turned + first, turnedStride, seen);
  const strip = filtered + left * turnedStride + first;
  filter(strip, turnedStride, bytes, seen.to - left, table);
  transpose(strip, turnedStride, upright + first * stride + left, stride, right - left, bytes);
  const down = { centre: view.y, scale: view.scale, length: height, smooth };
  writeTaps(memory, table, down, upright + left, stride, rows);
  const start = output + rows.from * stride + left;
  filter(start, stride, right - left, rows.to - rows.from, table);
};

interface Lines {
  centre: number;
  scale: number;
  length: number;
  smooth: boolean;
}

/** For each output line the four source lines around it and their weights. */
const writeTaps = (
  memory: WebAssembly.Memory,
  table: number,
  { centre, scale, length, smooth }: Lines,
  base: number,
  stride: number,
  { from, to }: Span,
): void => {
  const entries = new Int32Array(memory.buffer, table, (to - from) * 8);
  const start = (centre - scale / 2) * length;
  for (let i = from, entry = 0; i < to; i++, entry += 8) {
    const position = start + (i + 0.5) * scale - 0.5;
    const first = Math.floor(position);
    for (let k = 0; k < 4; k++) {
      const line = Math.min(length - 1, Math.max(0, first - 1 + k));
      entries[entry + k] = base + line * stride;
    }
    const t = position - first;
    const before = smooth ? 0 : outerWeight(t);
    const after = smooth ? 0 : outerWeight(1 - t);
    const curve = smooth ? 1 - t : (1.5 * t - 2.5) * t * t + 1;
    const inner = Math.round(curve * weightScale);
    entries[entry + 4] = before;
    entries[entry + 5] = inner;
    entries[entry + 6] = weightScale - before - inner - after;
    entries[entry + 7] = after;
  }
};

/** Catmull-Rom weight of a line one step away. */
const outerWeight = (t: number): number => Math.round(((-0.5 * t + 1) * t - 0.5) * t * weightScale);
