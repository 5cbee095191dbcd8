import { createMovingPicture } from '../../../../src/plugins/reference-assets/server/src/media/motion/moving-picture';
import type { YuvPicture } from '../../../../src/plugins/reference-assets/server/src/media/motion/yuv-planes';

const still = { scale: 1, x: 0.5, y: 0.5 };

/** Sizes that are no multiple of 16 on purpose. */
const picture = (paint: (x: number, y: number) => number, width = 90, height = 50): YuvPicture => {
  const plane = (w: number, h: number, step: number) =>
    Uint8Array.from({ length: w * h }, (_, i) => paint((i % w) * step, Math.floor(i / w) * step));
  const [u, v] = [plane(width / 2, height / 2, 2), plane(width / 2, height / 2, 2)];
  return { width, height, y: plane(width, height, 1), u, v };
};

/** The same resampling written plainly. */
const expected = (
  source: YuvPicture,
  scale: number,
  cx: number,
  cy: number,
  x: number,
  y: number,
) => {
  const taps = (centre: number, length: number, i: number) => {
    const position = (centre - scale / 2) * length + (i + 0.5) * scale - 0.5;
    const first = Math.floor(position);
    const t = position - first;
    const outer = (s: number) => ((-0.5 * s + 1) * s - 0.5) * s;
    const inner = (s: number) => (1.5 * s - 2.5) * s * s + 1;
    return [outer(t), inner(t), inner(1 - t), outer(1 - t)].map((weight, k) => ({
      weight,
      at: Math.min(length - 1, Math.max(0, first - 1 + k)),
    }));
  };
  let sum = 0;
  for (const row of taps(cy, source.height, y)) {
    for (const column of taps(cx, source.width, x)) {
      sum += row.weight * column.weight * source.y[row.at * source.width + column.at]!;
    }
  }
  return Math.min(255, Math.max(0, sum));
};

describe('createMovingPicture', () => {
  it('gives the still itself for the whole view, to the byte', () => {
    const source = picture((x, y) => (x * 7 + y * 13) % 256);
    const frame = createMovingPicture(source).frame(still);
    expect(Buffer.from(frame).equals(Buffer.concat([source.y, source.u, source.v]))).toBe(true);
  });

  it('agrees with plain resampling at an odd view', () => {
    const source = picture((x, y) => 128 + 100 * Math.sin(x / 5) * Math.cos(y / 4));
    const view = { scale: 0.83, x: 0.47, y: 0.56 };
    const frame = createMovingPicture(source).frame(view);
    let worst = 0;
    for (let y = 0; y < source.height; y++) {
      for (let x = 0; x < source.width; x++) {
        const plain = expected(source, view.scale, view.x, view.y, x, y);
        worst = Math.max(worst, Math.abs(frame[y * source.width + x]! - plain));
      }
    }
    expect(worst).toBeLessThanOrEqual(3);
  });

  it('clamps instead of wrapping at black and white edges', () => {
    const source = picture((x) => (x < 45 ? 0 : 255));
    const frame = createMovingPicture(source).frame({ scale: 0.9, x: 0.513, y: 0.5 });
    const row = frame.subarray(20 * 90, 21 * 90);
    expect(row[5]).toBe(0);
    expect(row[85]).toBe(255);
    expect([...row].every((value, i) => i === 0 || value >= row[i - 1]! - 20)).toBe(true);
  });

  it('moves an edge by fractions of a pixel, evenly', () => {
    const source = picture((x) => Math.min(255, Math.max(0, (x - 30) * 8)));
    const moving = createMovingPicture(source);
    // Brightness at a place on the slope tells where the slope is, far below one pixel.
    const positions = Array.from({ length: 20 }, (_, i) => {
      const frame = moving.frame({ scale: 0.9, x: 0.5 + (i * 0.1) / 90, y: 0.5 });
      return frame[25 * 90 + 40]! / 8;
    });
    const steps = positions.slice(1).map((position, i) => position - positions[i]!);
    expect(Math.max(...steps)).toBeLessThanOrEqual(0.26);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    expect(positions[19]! - positions[0]!).toBeCloseTo(1.9, 0);
  });
});
