import type { CameraView } from './camera-path';
import { createPlaneKernels } from './plane-kernels';
import {
  copyRows,
  drawPlane,
  loadPlane,
  planeAt,
  planeBytes,
  tableBytes,
  type Plane,
} from './plane-view';
import type { YuvPicture } from './yuv-planes';

/** A still loaded for moving: gives the frame a camera view shows. */
export interface MovingPicture {
  /** Bytes of one frame, planes Y, U, V without padding. */
  frameBytes: number;
  /** Draws into `into`, of {@link frameBytes}; into fresh memory without it. */
  frame(view: CameraView, into?: Uint8Array): Uint8Array;
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
  const [upright, output] = [filtered + area, filtered + 2 * area];
  const table = output + area;
  const kernels = createPlaneKernels(table + tableBytes(Math.max(luma.stride, luma.turnedStride)));
  [picture.y, picture.u, picture.v].forEach((source, index) =>
    loadPlane(kernels, source, planes[index]!, upright),
  );
  const frameBytes = planes.reduce((sum, { width, height }) => sum + width * height, 0);
  return {
    frameBytes,
    frame: (view, frame = new Uint8Array(frameBytes)) => {
      let position = 0;
      for (const plane of planes) {
        drawPlane(kernels, plane, view, { filtered, upright, table }, output);
        copyRows(kernels, plane, output, frame.subarray(position), { from: 0, to: plane.height });
        position += plane.width * plane.height;
      }
      return frame;
    },
  };
};
