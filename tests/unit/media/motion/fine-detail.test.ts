import {
  detailOf,
  partsBy,
} from '../../../../src/plugins/reference-assets/server/src/media/motion/fine-detail';

const size = { width: 160, height: 40 };

/** A gradient with grain of one step, and an edge between two columns. */
const plane = (edges: readonly [x: number, y: number][]) =>
  Uint8Array.from({ length: size.width * size.height }, (_, i) => {
    const [x, y] = [i % size.width, Math.floor(i / size.width)];
    const isEdge = edges.some(([ex, ey]) => ex === x && ey === y);
    return 60 + Math.floor(x / 3) + ((x * 7 + y * 3) % 2) + (isEdge ? 40 : 0);
  });

describe('detailOf', () => {
  it('finds none in a gradient with grain, and every column between the outermost details', () => {
    expect(detailOf(plane([]), size)).toEqual({ from: 0, to: 0 });
    for (const edges of [
      [
        [50, 5],
        [90, 30],
      ],
      [
        [90, 5],
        [50, 30],
        [70, 31],
      ],
    ] as [number, number][][]) {
      const { from, to } = detailOf(plane(edges), size);
      // The neighbours of an edge bend too.
      expect([from * size.width, to * size.width]).toEqual([49, 92]);
    }
  });

  it('splits a view into parts without a gap, the detail in the middle one', () => {
    const view = { scale: 0.5, x: 0.5, y: 0.5 };
    const plane160 = { width: 160, stride: 160 };
    const parts = partsBy({ from: 0.4, to: 0.6 }, view, plane160, { from: 0, to: 40 });
    expect(parts.map(({ columns, smooth = false }) => [columns.from, columns.to, smooth])).toEqual([
      [0, 32, true],
      [32, 128, false],
      [128, 160, true],
    ]);
  });
});
