import type { CameraMoment } from './camera-moment';
import { layOut } from './moving-picture';
import { createPlaneKernels, type PlaneKernels } from './plane-kernels';
import {
  copyRows,
  drawPlane,
  loadPlane,
  planeAt,
  planeBytes,
  tableBytes,
  type Plane,
  type Rows,
  type Workspace,
} from './plane-view';
import type { YuvLayer, YuvPicture } from './yuv-planes';

/** A scene in two depths; the soft copies are there when the focus shifts. */
export interface Scene {
  far: YuvPicture;
  near: YuvLayer;
  softFar?: YuvPicture;
  softNear?: YuvLayer;
}

/** Gives the frame that is seen at one moment of a camera's way. */
export interface MovingScene {
  frameBytes: number;
  frame(moment: CameraMoment): Uint8Array;
}

/** One plane of both depths and of the alpha between them. */
interface Slot {
  far: Plane;
  near: Plane;
  alpha: Plane;
  /** Where the plane lies in a frame. */
  position: number;
}

const sourcesOf = ({ far, near }: Pick<Scene, 'far' | 'near'>): Uint8Array[] => [
  ...[far.y, far.u, far.v, near.y, near.u, near.v],
  ...[near.alpha, near.halfAlpha],
];

/** Loads a scene so that both depths can be moved by themselves; what is hidden behind the near one is not drawn. */
export const createMovingScene = (scene: Scene): MovingScene => {
  const planes = planesFrom(scene, 0);
  const size = sizeOf(planes);
  const shifts = scene.softFar !== undefined && scene.softNear !== undefined;
  // Memory: the scene, its soft copy and the mixture of both where the focus shifts, then room to work in.
  const sets = shifts ? 3 : 1;
  const area = planeBytes(planes[0]!);
  const [filtered, upright, farOut, nearOut, alphaOut, table] = [0, 1, 2, 3, 4, 5].map(
    (n) => sets * size + n * area,
  ) as [number, number, number, number, number, number];
  const longest = Math.max(planes[0]!.stride, planes[0]!.turnedStride);
  const kernels = createPlaneKernels(table + tableBytes(longest));
  load(kernels, sourcesOf(scene), planes);
  if (shifts) {
    const soft = { far: scene.softFar!, near: scene.softNear! };
    load(kernels, sourcesOf(soft), planesFrom(scene, size));
  }
  const slots = slotsOf(shifts ? planesFrom(scene, 2 * size) : planes);
  const { width, height } = scene.far;
  const frameBytes = (width * height * 3) / 2;
  const band = bandOf(scene.near);
  return {
    frameBytes,
    frame: (moment) => {
      if (shifts) focus(kernels, planes, size, moment.focus);
      const frame = new Uint8Array(frameBytes);
      const work = { filtered, upright, table };
      for (const slot of slots)
        drawSlot(kernels, slot, moment, { work, farOut, nearOut, alphaOut, band, frame });
      return frame;
    },
  };
};

const planesFrom = ({ far }: Scene, from: number): Plane[] => {
  const farPlanes = layOut(far, from);
  const next = from + sizeOf(farPlanes);
  const nearPlanes = layOut(far, next);
  const alphaAt = next + sizeOf(nearPlanes);
  const alpha = planeAt(farPlanes[0]!, alphaAt);
  const halfAlpha = planeAt(farPlanes[1]!, alphaAt + planeBytes(alpha));
  return [...farPlanes, ...nearPlanes, alpha, halfAlpha];
};

const sizeOf = (planes: readonly Plane[]): number =>
  planes.reduce((sum, plane) => sum + planeBytes(plane), 0);

const load = (kernels: PlaneKernels, sources: Uint8Array[], planes: Plane[]): void =>
  sources.forEach((source, index) => loadPlane(kernels, source, planes[index]!));

const slotsOf = (planes: Plane[]): Slot[] => {
  let position = 0;
  return [0, 1, 2].map((index) => {
    const far = planes[index]!;
    const slot = { far, near: planes[index + 3]!, alpha: planes[index === 0 ? 6 : 7]!, position };
    position += far.width * far.height;
    return slot;
  });
};

/** Rows of the near layer, as shares of its height: where it begins, and from where on it hides everything. */
interface Band {
  top: number;
  solid: number;
}

const bandOf = ({ alpha, width, height }: YuvLayer): Band => {
  const row = (y: number) => alpha.subarray(y * width, (y + 1) * width);
  let top = 0;
  while (top < height && row(top).every((value) => value === 0)) top++;
  let solid = height;
  while (solid > top && row(solid - 1).every((value) => value === 255)) solid--;
  return { top: top / height, solid: solid / height };
};

/** Mixes the scene between sharp background (0) and sharp subject (1). */
const focus = (kernels: PlaneKernels, planes: Plane[], size: number, onSubject: number): void => {
  const share = Math.round(256 * Math.min(1, Math.max(0, onSubject)));
  const farBytes = sizeOf(planes.slice(0, 3));
  kernels.mixBytes(2 * size, 0, size, share, farBytes);
  const rest = { one: size + farBytes, other: farBytes, to: 2 * size + farBytes };
  kernels.mixBytes(rest.to, rest.one, rest.other, share, size - farBytes);
};

interface Drawing {
  work: Workspace;
  farOut: number;
  nearOut: number;
  alphaOut: number;
  band: Band;
  frame: Uint8Array;
}

const drawSlot = (
  kernels: PlaneKernels,
  { far, near, alpha, position }: Slot,
  moment: CameraMoment,
  { work, farOut, nearOut, alphaOut, band, frame }: Drawing,
): void => {
  const { height, stride } = far;
  const shownAt = (share: number): number =>
    ((share - (moment.near.y - moment.near.scale / 2)) / moment.near.scale) * height;
  const within = (row: number): number => Math.min(height, Math.max(0, row));
  // Two rows more on each side, because the filter reaches that far.
  const top = within(Math.floor(shownAt(band.top)) - 3);
  const solid = Math.max(top, within(Math.ceil(shownAt(band.solid)) + 3));
  const mixed: Rows = { from: top, to: solid };
  drawPlane(kernels, far, moment.far, work, farOut, { from: 0, to: solid });
  drawPlane(kernels, near, moment.near, work, nearOut, { from: top, to: height });
  drawPlane(kernels, alpha, moment.near, work, alphaOut, mixed);
  const start = top * stride;
  kernels.layOver(farOut + start, nearOut + start, alphaOut + start, (solid - top) * stride);
  const plane = frame.subarray(position);
  copyRows(kernels, far, farOut, plane, { from: 0, to: solid });
  copyRows(kernels, near, nearOut, plane, { from: solid, to: height });
};
