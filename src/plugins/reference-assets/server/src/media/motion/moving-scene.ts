import type { CameraMoment } from './camera-moment';
import { layOut } from './moving-picture';
import { createPlaneKernels, type PlaneKernels } from './plane-kernels';
import { detailOf, partsBy } from './fine-detail';
import { coverIn, nearCover, type NearCover } from './near-cover';
import {
  copyRows,
  drawPlane,
  loadPlane,
  planeAt,
  planeBytes,
  tableBytes,
  type Plane,
  type Part,
  type Span,
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
  /** Draws into `into`, of {@link frameBytes}; into fresh memory without it. */
  frame(moment: CameraMoment, into?: Uint8Array): Uint8Array;
}

/** One plane of both depths and of the alpha between them. */
interface Slot {
  far: Plane;
  near: Plane;
  alpha: Plane;
  /** Whether the slot before has drawn this alpha already. */
  sharesAlpha: boolean;
  /** Columns of the far plane that have detail, as shares. */
  detail: Span;
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
  load(kernels, sourcesOf(scene), planes, upright);
  const { far } = scene;
  // Where the focus shifts the far planes are mixed anew for every frame, and have detail anywhere.
  const details = [far.y, far.u, far.v].map((source, index) =>
    shifts ? everywhere : detailOf(source, planes[index]!),
  );
  if (shifts) {
    const soft = { far: scene.softFar!, near: scene.softNear! };
    load(kernels, sourcesOf(soft), planesFrom(scene, size), upright);
  }
  const slots = slotsOf(shifts ? planesFrom(scene, 2 * size) : planes, details);
  const { width, height } = scene.far;
  const frameBytes = (width * height * 3) / 2;
  const cover = nearCover(scene.near);
  return {
    frameBytes,
    frame: (moment, frame = new Uint8Array(frameBytes)) => {
      if (shifts) focus(kernels, planes, size, moment.focus);
      const work = { filtered, upright, table };
      for (const slot of slots)
        drawSlot(kernels, slot, moment, { work, farOut, nearOut, alphaOut, cover, frame });
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

const load = (
  kernels: PlaneKernels,
  sources: Uint8Array[],
  planes: Plane[],
  upright: number,
): void => sources.forEach((source, index) => loadPlane(kernels, source, planes[index]!, upright));

const everywhere: Span = { from: 0, to: 1 };

const slotsOf = (planes: Plane[], details: readonly Span[]): Slot[] => {
  let position = 0;
  return [0, 1, 2].map((index) => {
    const far = planes[index]!;
    const alpha = planes[index === 0 ? 6 : 7]!;
    const slot = {
      far,
      near: planes[index + 3]!,
      alpha,
      sharesAlpha: index === 2,
      position,
      detail: details[index]!,
    };
    position += far.width * far.height;
    return slot;
  });
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
  cover: NearCover;
  frame: Uint8Array;
}

const drawSlot = (
  kernels: PlaneKernels,
  { far, near, alpha, sharesAlpha, detail, position }: Slot,
  moment: CameraMoment,
  { work, farOut, nearOut, alphaOut, cover, frame }: Drawing,
): void => {
  const { height, stride } = far;
  const { top, floor, solid, columns } = coverIn(cover, moment.near, far);
  const all = { from: 0, to: stride };
  const subject: Part = { rows: { from: top, to: floor }, columns };
  const ground: Part = { rows: { from: floor, to: solid }, columns: all };
  for (const part of partsBy(detail, moment.far, far, { from: 0, to: solid }))
    drawPlane(kernels, far, moment.far, work, farOut, part);
  drawPlane(kernels, near, moment.near, work, nearOut, subject);
  const below = { rows: { from: floor, to: height }, columns: all };
  drawPlane(kernels, near, moment.near, work, nearOut, below);
  for (const part of [subject, ground]) {
    if (!sharesAlpha) drawPlane(kernels, alpha, moment.near, work, alphaOut, part);
    const at = part.rows.from * stride + part.columns.from;
    const [rowBytes, rows] = [lengthOf(part.columns), lengthOf(part.rows)];
    kernels.layOver(farOut + at, nearOut + at, alphaOut + at, stride, rowBytes, rows);
  }
  const plane = frame.subarray(position);
  copyRows(kernels, far, farOut, plane, { from: 0, to: solid });
  copyRows(kernels, near, nearOut, plane, { from: solid, to: height });
};

const lengthOf = ({ from, to }: Span): number => to - from;
