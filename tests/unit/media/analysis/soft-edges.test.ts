import sharp from 'sharp';
import { gaussianBlur } from '../../../../src/plugins/reference-assets/server/src/media/analysis/gaussian-blur';
import { softEdges } from '../../../../src/plugins/reference-assets/server/src/media/analysis/soft-edges';
import { controlPicture } from '../../../../src/plugins/reference-assets/server/src/media/control-picture';
import { svg } from './drawn';

const WIDTH = 64;
const HEIGHT = 48;
const grey = (at: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: WIDTH * HEIGHT }, (_, p) => at(p % WIDTH, Math.floor(p / WIDTH)));
const middle = (edges: ArrayLike<number>, x: number): number => edges[24 * WIDTH + x]!;

describe('softEdges', () => {
  it('is black where nothing changes', () => {
    expect(
      new Set(
        softEdges(
          grey(() => 90),
          WIDTH,
          HEIGHT,
        ),
      ),
    ).toEqual(new Set([0]));
  });

  it('is white on black against white and follows the contrast of weaker steps', () => {
    const step = (high: number) =>
      softEdges(
        grey((x) => (x < 32 ? 0 : high)),
        WIDTH,
        HEIGHT,
      );
    expect(middle(step(255), 31)).toBeGreaterThan(240);
    expect(middle(step(64), 31)).toBeGreaterThan(115);
    expect(middle(step(64), 31)).toBeLessThan(135);
    expect(middle(step(255), 4)).toBe(0);
  });

  it('shows a gentle turn that a single fine scale would miss', () => {
    const ramp = softEdges(
      grey((x) => Math.min(255, Math.max(0, (x - 26) * 20))),
      WIDTH,
      HEIGHT,
    );
    expect(middle(ramp, 32)).toBeGreaterThan(180);
  });

  it('is the same for an upright and a lying edge', () => {
    const across = softEdges(
      grey((x) => (x < 20 ? 30 : 200)),
      WIDTH,
      HEIGHT,
    );
    const down = softEdges(
      grey((_x, y) => (y < 20 ? 30 : 200)),
      WIDTH,
      HEIGHT,
    );
    expect(down[20 * WIDTH + 32]).toBe(across[24 * WIDTH + 20]);
  });
});

describe('gaussianBlur', () => {
  it('keeps the sum of a spot and spreads it by its standard deviation', () => {
    const spot = gaussianBlur(
      grey((x, y) => (x === 32 && y === 24 ? 200 : 0)),
      WIDTH,
      HEIGHT,
      2,
    );
    const sum = spot.reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(200, 2);
    const variance = spot.reduce((all, v, p) => all + v * ((p % WIDTH) - 32) ** 2, 0) / sum;
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
  });
});

describe('controlPicture', () => {
  const drawing = svg(600, 300, '<circle cx="300" cy="150" r="90" fill="#036"/>');

  it.each(['canny', 'soft-edge'] as const)('draws %s of the size asked for', async (kind) => {
    const { png, width, height } = await controlPicture(drawing, kind);
    expect([width, height]).toEqual([1024, 512]);
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1024, 512]);
    const at = (x: number, y: number) => data[(y * 1024 + x) * info.channels]!;
    const rim = Math.round((300 - 90) * (1024 / 600));
    const near = [rim - 1, rim, rim + 1].map((x) => at(x, 256));
    expect(Math.max(...near)).toBeGreaterThan(200);
    expect(at(512, 256)).toBe(0);
    expect(at(5, 5)).toBe(0);
    const levels = new Set(data).size;
    if (kind === 'canny') expect(levels).toBe(2);
    else expect(levels).toBeGreaterThan(20);
  });
});
