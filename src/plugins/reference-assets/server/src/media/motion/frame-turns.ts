import type { PlaneKernels } from './plane-kernels';
import type { Plane } from './plane-view';

/** A frame that is being drawn: where each of its planes begins in the kernels' memory, rows a stride apart. */
export interface FrameTurn {
  planes: readonly number[];
}

/** Two frames that are drawn in turns: fresh memory for each would cost as much as a third of its drawing. */
export interface FrameTurns {
  /** The frame to draw next; the bytes of the one before stay as they are. */
  next(): FrameTurn;
  /** A drawn frame without padding, planes Y, U, V; it stands until the one after the next is drawn. */
  bytesOf(turn: FrameTurn): Uint8Array;
}

type Size = Pick<Plane, 'width' | 'height' | 'stride'>;

const drawnBytes = (planes: readonly Size[]): number =>
  planes.reduce((sum, { height, stride }) => sum + height * stride, 0);

/** Memory that two frames of such planes take. Units: bytes. */
export const frameTurnsBytes = (planes: readonly Size[]): number => 2 * drawnBytes(planes);

/** Lays two frames out at an address. */
export const createFrameTurns = (
  { memory }: PlaneKernels,
  planes: readonly Size[],
  address: number,
): FrameTurns => {
  const padded = drawnBytes(planes);
  const turns = [0, 1].map((index) => {
    const start = address + index * padded;
    return {
      planes: planes.map((_, plane) => start + drawnBytes(planes.slice(0, plane))),
      drawn: new Uint8Array(memory.buffer, start, padded),
    };
  });
  // Frames whose rows are whole vectors of the kernels lie in memory as the codec takes them.
  const isPacked = planes.every(({ width, stride }) => width === stride);
  const bytes = planes.reduce((sum, { width, height }) => sum + width * height, 0);
  const packed = turns.map(({ drawn }) => (isPacked ? drawn : new Uint8Array(bytes)));
  let count = 0;
  return {
    next: () => turns[count++ % 2]!,
    bytesOf(turn) {
      const index = turns[0] === turn ? 0 : 1;
      const frame = packed[index]!;
      if (!isPacked) pack(turns[index]!.drawn, planes, frame);
      return frame;
    },
  };
};

const pack = (drawn: Uint8Array, planes: readonly Size[], frame: Uint8Array): void => {
  let [from, to] = [0, 0];
  for (const { width, height, stride } of planes)
    for (let row = 0; row < height; row++, from += stride, to += width)
      frame.set(drawn.subarray(from, from + width), to);
};
