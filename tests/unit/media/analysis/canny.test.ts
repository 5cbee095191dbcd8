import sharp from 'sharp';
import { cannyEdges } from '../../../../src/plugins/reference-assets/server/src/media/analysis/canny';
import { controlPicture } from '../../../../src/plugins/reference-assets/server/src/media/control-picture';
import { svg } from './drawn';

const WIDTH = 40;
const HEIGHT = 30;

// A ramp with a disc, bars, a slanted line and a noisy strip: every sector and many ties of the suppression.
const pattern = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, p) => {
  const x = p % WIDTH;
  const y = Math.floor(p / WIDTH);
  if (y >= 24) return (x * x * 7 + y * 13) % 256;
  if (Math.abs(x - y - 14) <= 1) return 10;
  const isBar = x >= 26 && Math.floor((x - 26) / 3) % 2 === 0 && y < 20;
  const isDisc = (x - 12) ** 2 + (y - 14) ** 2 <= 64;
  return ((isDisc ? 220 : 3 * x + 2 * y) + (isBar ? 35 : 0)) & 255;
});

// Rows of `cv2.Canny(pattern, 100, 200)` of OpenCV 4.6, one bit a pixel.
const expected = `
  0004804000 0006c04000 0002604000 0001304000 0000984000 00000c4000 003e064000 00c1834000 0300618000 020024c000
  0400126000 0400113400 0800109800 0800084400 0800083200 0800085900 0800104d80 04001044c0 0400104260 0200203930
  0300600098 00c180004c 003e000022 0180300058 1406ca0146 14e2020140 0402014120 0a050140a0 0a050144a1 0a0a014491`
  .trim()
  .split(/\s+/);

const rowsOf = (edges: Uint8Array): string[] =>
  Array.from({ length: HEIGHT }, (_, y) => {
    const bits = Array.from(edges.subarray(y * WIDTH, (y + 1) * WIDTH), (v) => (v > 0 ? '1' : '0'));
    return BigInt(`0b${bits.join('')}`)
      .toString(16)
      .padStart(WIDTH / 4, '0');
  });

describe('cannyEdges', () => {
  it('marks the pixels that OpenCV marks', () => {
    expect(rowsOf(cannyEdges(pattern, WIDTH, HEIGHT))).toEqual(expected);
  });

  it('finds more at lower thresholds and nothing on a plain picture', () => {
    const count = (edges: Uint8Array): number => edges.filter((value) => value === 255).length;
    expect(count(cannyEdges(pattern, WIDTH, HEIGHT, 40, 90))).toBe(257);
    expect(count(cannyEdges(new Uint8Array(64).fill(90), 8, 8))).toBe(0);
  });

  it('keeps a weak edge only where it touches a strong one', () => {
    const step = (high: number): Uint8Array =>
      Uint8Array.from({ length: 400 }, (_, p) => (p % 20 < 10 ? 100 : p < 100 ? high : 140));
    const touching = cannyEdges(step(200), 20, 20);
    const alone = cannyEdges(step(140), 20, 20);
    expect(touching[15 * 20 + 9]! + touching[15 * 20 + 10]!).toBe(255);
    expect(alone.some((value) => value > 0)).toBe(false);
  });
});

describe('controlPicture', () => {
  it('draws white outlines on black at no more than 1024 px', async () => {
    const drawing = svg(
      3000,
      1500,
      '<rect x="900" y="450" width="1200" height="600" fill="#036"/>',
    );
    const picture = await sharp(drawing).png().toBuffer();
    const { png, ...size } = await controlPicture(picture, 'canny');
    expect(size).toEqual({ width: 1024, height: 512 });
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1024, 512]);
    const values = new Set(data);
    expect([...values].sort((a, b) => a - b)).toEqual([0, 255]);
    const white = data.filter((value) => value === 255).length / info.channels;
    expect(white).toBeGreaterThan(1150);
    expect(white).toBeLessThan(1400);
  });
});
