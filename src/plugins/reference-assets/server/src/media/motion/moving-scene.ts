import type { CameraMoment } from './camera-moment';
import { createFrameTurns, frameTurnsBytes } from './frame-turns';
import { layOut } from './moving-picture';
import { createPlaneKernels, type PlaneKernels } from './plane-kernels';
import { detailOf, partsBy } from './fine-detail';
import { coverIn, nearCover, type NearCover } from './near-cover';
import {
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
  /** Draws a frame, planes Y, U, V without padding; its bytes stand until the one after the next is drawn. */
  frame(moment: CameraMoment): Uint8Array;
}

/** One plane of both depths and of the alpha between them. */
interface Slot {
  far: Plane;
  near: Plane;
  alpha: Plane;
  /** Whether the slot before has drawn this alpha already. */
  sharesAlpha: boolean;
  /** Columns of the far plane that have detail, as shares, and of the near one where it hides everything. */
  detail: { far: Span; near: Span };
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
  const [filtered, upright, nearOut, alphaOut, frames] = [0, 1, 2, 3, 4].map(
    (n) => sets * size + n * area,
  ) as [number, number, number, number, number];
  const table = frames + frameTurnsBytes(planes.slice(0, 3));
  const longest = Math.max(planes[0]!.stride, planes[0]!.turnedStride);
  const kernels = createPlaneKernels(table + tableBytes(longest));
  load(kernels, sourcesOf(scene), planes, upright);
  const cover = nearCover(scene.near);
  // Where the focus shifts the planes are mixed anew for every frame, and have detail anywhere.
  const details = (['y', 'u', 'v'] as const).map((name, index) =>
    shifts
      ? { far: everywhere, near: everywhere }
      : {
          far: detailOf(scene.far[name], planes[index]!),
          near: detailBelow(cover.solid, scene.near[name], planes[index]!),
        },
  );
  if (shifts) {
    const soft = { far: scene.softFar!, near: scene.softNear! };
    load(kernels, sourcesOf(soft), planesFrom(scene, size), upright);
  }
  const slots = slotsOf(shifts ? planesFrom(scene, 2 * size) : planes, details);
  const turns = createFrameTurns(kernels, planes.slice(0, 3), frames);
  const work = { filtered, upright, table };
  return {
    frame: (moment) => {
      if (shifts) focus(kernels, planes, size, moment.focus);
      const turn = turns.next();
      for (const [index, slot] of slots.entries())
        drawSlot(kernels, slot, moment, {
          work,
          nearOut,
          alphaOut,
          cover,
          to: turn.planes[index]!,
        });
      return turns.bytesOf(turn);
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

const detailBelow = (share: number, source: Uint8Array, { width, height }: Plane): Span => {
  const first = Math.floor(share * height);
  return detailOf(source.subarray(first * width), { width, height: height - first });
};

const slotsOf = (planes: Plane[], details: readonly Slot['detail'][]): Slot[] =>
  [0, 1, 2].map((index) => ({
    far: planes[index]!,
    near: planes[index + 3]!,
    alpha: planes[index === 0 ? 6 : 7]!,
    sharesAlpha: index === 2,
    detail: details[index]!,
  }));

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
  nearOut: number;
  alphaOut: number;
  cover: NearCover;
  /** Where the frame's plane begins. */
  to: number;
}

const drawSlot = (
  kernels: PlaneKernels,
  { far, near, alpha, sharesAlpha, detail }: Slot,
  moment: CameraMoment,
  { work, nearOut, alphaOut, cover, to }: Drawing,
): void => {
  const { height, stride } = far;
  const { top, floor, solid, columns } = coverIn(cover, moment.near, far);
  const all = { from: 0, to: stride };
  const subject: Part = { rows: { from: top, to: floor }, columns };
  const ground: Part = { rows: { from: floor, to: solid }, columns: all };
  for (const part of partsBy(detail.far, moment.far, far, { from: 0, to: solid }))
    drawPlane(kernels, far, moment.far, work, to, part);
  for (const part of [subject, ground]) {
    drawPlane(kernels, near, moment.near, work, nearOut, part);
    if (!sharesAlpha) drawPlane(kernels, alpha, moment.near, work, alphaOut, part);
    const at = part.rows.from * stride + part.columns.from;
    const [rowBytes, rows] = [lengthOf(part.columns), lengthOf(part.rows)];
    kernels.layOver(to + at, nearOut + at, alphaOut + at, stride, rowBytes, rows);
  }
  for (const part of partsBy(detail.near, moment.near, near, { from: solid, to: height }))
    drawPlane(kernels, near, moment.near, work, to, part);
};

const lengthOf = ({ from, to }: Span): number => to - from;
