import type { Raster } from '../../../../src/plugins/reference-assets/server/src/media/analysis/raster';
import { placeLogo } from '../../../../src/plugins/reference-assets/server/src/media/overlay/place-logo';
import type { Frame } from '../../../../src/plugins/reference-assets/server/src/media/overlay/frame-regions';
import { logoPositions } from '../../../../src/plugins/reference-assets/shared/contracts/vocabulary';

const size = { width: 320, height: 180 };

const frame = (paint: (x: number, y: number) => number): Frame => {
  const rgb = new Uint8Array(size.width * size.height * 3);
  for (let i = 0; i < rgb.length; i += 3) {
    const value = paint((i / 3) % size.width, Math.floor(i / 3 / size.width));
    rgb.fill(value, i, i + 3);
  }
  return { rgb, ...size };
};

const logo = (value: number, width = 200, height = 60): Raster => {
  const data = new Uint8Array(width * height * 4).fill(value);
  for (let o = 3; o < data.length; o += 4) data[o] = 255;
  return { data, width, height };
};

const grey = frame(() => 128);
const restless = (x: number, y: number) => (((x >> 2) + (y >> 2)) % 2 ? 240 : 10);

describe('placeLogo', () => {
  it('chooses the form that stands out', () => {
    const variants = [logo(20), logo(250)];
    expect(placeLogo({ frames: [frame(() => 30)], variants }).variantIndex).toBe(1);
    expect(placeLogo({ frames: [frame(() => 235)], variants }).variantIndex).toBe(0);
  });

  it('looks for calm ground', () => {
    const busyRight = frame((x, y) => (x > 160 ? restless(x, y) : 128));
    const { position } = placeLogo({ frames: [busyRight], variants: [logo(255)] });
    expect(position).toMatch(/left/);
  });

  it('judges all frames, not the first', () => {
    const later = frame((x, y) => (x > 160 ? restless(x, y) : 128));
    const { position } = placeLogo({ frames: [grey, later], variants: [logo(255)] });
    expect(position).toMatch(/left/);
  });

  it('keeps away from the product and from reserved areas', () => {
    const right = { x: 160, y: 0, width: 160, height: 180 };
    const free = placeLogo({ frames: [grey], variants: [logo(255)], productBox: right });
    expect(free.x + free.width).toBeLessThanOrEqual(160);
    const top = { x: 0, y: 0, width: 320, height: 90 };
    const both = { frames: [grey], variants: [logo(255)], productBox: right, avoid: [top] };
    expect(placeLogo(both).position).toBe('bottom-left');
  });

  it.each(logoPositions)('follows a wish and keeps its margin: %s', (preference) => {
    const product = { x: 0, y: 0, ...size };
    const place = placeLogo({
      frames: [grey],
      variants: [logo(255)],
      preference,
      productBox: product,
    });
    expect(place.position).toBe(preference);
    expect(place.reasons[0]).toContain(preference);
    expect(place.width).toBeLessThanOrEqual(320 * 0.15);
    const margin = 180 * 0.045 - 1;
    expect(place.x).toBeGreaterThanOrEqual(margin);
    expect(place.y).toBeGreaterThanOrEqual(margin);
    expect(place.x + place.width).toBeLessThanOrEqual(320 - margin);
    expect(place.y + place.height).toBeLessThanOrEqual(180 - margin);
    expect([place.x, place.y, place.width, place.height].every((value) => value % 2 === 0)).toBe(
      true,
    );
    if (preference.endsWith('left')) expect(place.x).toBeLessThan(20);
    if (preference.startsWith('bottom')) expect(place.y).toBeGreaterThan(120);
  });

  it('keeps the shape of long and tall logos', () => {
    const long = placeLogo({ frames: [grey], variants: [logo(255, 1200, 40)] });
    expect(long.width).toBe(48);
    expect(long.height).toBe(2);
    const tall = placeLogo({ frames: [grey], variants: [logo(255, 100, 400)] });
    expect(tall.height).toBeLessThanOrEqual(180 / 7);
    expect(tall.width / tall.height).toBeCloseTo(0.25, 1);
  });

  it('refuses a missing frame and a missing form', () => {
    expect(() => placeLogo({ frames: [], variants: [logo(255)] })).toThrow(RangeError);
    expect(() => placeLogo({ frames: [grey], variants: [] })).toThrow(RangeError);
  });
});
