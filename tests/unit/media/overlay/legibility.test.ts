import sharp from 'sharp';

import { legibilityOf } from '../../../../src/plugins/reference-assets/server/src/media/overlay/legibility';

const [width, height] = [160, 80];
const drawn = async (body: string) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`;
  const data = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  return { data: new Uint8Array(data), width, height };
};

const on = (red: number, green: number, blue: number) => {
  const rgb = new Uint8Array(200 * 120 * 3);
  for (let o = 0; o < rgb.length; o += 3) rgb.set([red, green, blue], o);
  return { rgb, width: 200, height: 120 };
};

const at = { x: 20, y: 20 };
const line = (fill: string) =>
  [0, 1, 2, 3, 4, 5]
    .map((index) => `<rect x="${20 + index * 20}" y="58" width="12" height="14" fill="${fill}"/>`)
    .join('');

describe('legibilityOf', () => {
  it('is low on a ground of the logo’s own tone, high on a lighter and a darker one', async () => {
    const green = await drawn('<rect x="20" y="20" width="120" height="40" fill="#2f9e55"/>');
    expect(legibilityOf(green, on(47, 158, 85), at)).toBeLessThan(1.1);
    expect(legibilityOf(green, on(70, 180, 105), at)).toBeLessThan(1.6);
    expect(legibilityOf(green, on(245, 250, 246), at)).toBeGreaterThan(3);
    expect(legibilityOf(green, on(8, 40, 20), at)).toBeGreaterThan(3);
  });

  it('reads a crest by what is in it, where its edge is seen', async () => {
    const crest = await drawn(
      '<rect x="40" y="10" width="80" height="60" fill="#d8b060"/><rect x="52" y="20" width="56" height="40" fill="#101010"/>',
    );
    expect(legibilityOf(crest, on(255, 240, 225), at)).toBeGreaterThan(3);
    expect(legibilityOf(crest, on(216, 176, 96), at)).toBeLessThan(1.2);
  });

  it('does not let an emblem make up for a name that nobody can read', async () => {
    const emblem = '<circle cx="80" cy="28" r="24" fill="#e8e8ec"/>';
    const named = await drawn(emblem + line('#0b3a78'));
    expect(legibilityOf(named, on(10, 44, 92), at)).toBeLessThan(2);
    expect(legibilityOf(await drawn(emblem + line('#ffffff')), on(10, 44, 92), at)).toBe(4.5);
  });

  it('is 1 for a logo of which nothing is seen', async () => {
    expect(legibilityOf(await drawn(''), on(0, 0, 0), at)).toBe(1);
  });
});
