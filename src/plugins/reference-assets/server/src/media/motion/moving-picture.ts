import type { CameraView } from './camera-path';
import { createFrameTurns, frameTurnsBytes } from './frame-turns';
import { createPlaneKernels } from './plane-kernels';
import { drawPlane, loadPlane, planeAt, planeBytes, tableBytes, type Plane } from './plane-view';
import type { YuvPicture } from './yuv-planes';

/** A still loaded for moving: gives the frame a camera view shows. */
export interface MovingPicture {
  /** Draws a frame, planes Y, U, V without padding; its bytes stand until the one after the next is drawn. */
  frame(view: CameraView): Uint8Array;
}

/** Planes of a 4:2:0 picture one after the other in memory. */
export const layOut = ({ width, height }: YuvPicture, from = 0): Plane[] => {
  const chroma = { width: width >> 1, height: height >> 1 };
  let address = from;
  return [{ width, height }, chroma, chroma].map((size) => {
    const plane = planeAt(size, address);
    address += planeBytes(plane);
    return plane;
  });
};

/**
 * Loads a still so that any view of it can be drawn with sub-pixel precision.
 *
 * Columns are filtered as rows of the turned picture, turned once here and back once a frame.
 */
export const createMovingPicture = (picture: YuvPicture): MovingPicture => {
  const planes = layOut(picture);
  const luma = planes[0]!;
  const area = planeBytes(luma);
  const filtered = planes.reduce((sum, plane) => sum + planeBytes(plane), 0);
  const [upright, frames] = [filtered + area, filtered + 2 * area];
  const table = frames + frameTurnsBytes(planes);
  const kernels = createPlaneKernels(table + tableBytes(Math.max(luma.stride, luma.turnedStride)));
  [picture.y, picture.u, picture.v].forEach((source, index) =>
    loadPlane(kernels, source, planes[index]!, upright),
  );
  const turns = createFrameTurns(kernels, planes, frames);
  return {
    frame: (view) => {
      const turn = turns.next();
      for (const [index, plane] of planes.entries())
        drawPlane(kernels, plane, view, { filtered, upright, table }, turn.planes[index]!);
      return turns.bytesOf(turn);
    },
  };
};
