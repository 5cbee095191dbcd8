import { typefaces } from '../../../../src/plugins/reference-assets/shared/contracts/typefaces';
import { drawCopy } from '../../../../src/plugins/reference-assets/server/src/media/copy/draw-copy';
import { placeLegal } from '../../../../src/plugins/reference-assets/server/src/media/copy/place-legal';
import { setWords } from '../../../../src/plugins/reference-assets/server/src/media/copy/typeface';
import type { Frame } from '../../../../src/plugins/reference-assets/server/src/media/overlay/frame-regions';

/** A frame whose left half is black and whose right half is white: no ink is good on both. */
const halved = ({ width, height }: { width: number; height: number }): Frame => {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) rgb.fill(255, (y * width + width / 2) * 3, (y + 1) * width * 3);
  return { width, height, rgb };
};

const longest = Array.from({ length: 6 }, (_line, index) =>
  `${index + 1} Valid until 31 December, while stocks last, images similar`.slice(0, 50),
);

describe('small print', () => {
  it.each([
    [1280, 720],
    [720, 1280],
    [720, 720],
    [720, 900],
  ])('stands whole, readable and inside the safe area on %i × %i', async (width, height) => {
    const frame = { width, height };
    const legal = await placeLegal({
      ...{ lines: longest, frame, frames: [halved(frame)], beatFrames: 60 },
    });
    const words = await setWords({
      ...{ words: longest.join('\n'), cut: 'semibold', align: 'centre' },
      ...{ sizePx: legal.headline!.sizePx, widthPx: legal.headline!.widthPx },
    });
    expect(words.width).toBeLessThanOrEqual(legal.width - 2 * legal.inset);
    expect(words.height).toBeLessThanOrEqual(legal.height - 2 * legal.inset);
    expect(legal.headline!.sizePx).toBeGreaterThanOrEqual(Math.floor(0.0175 * 720));
    expect(legal.contrast).toBeGreaterThanOrEqual(4.5);
    expect(legal.y + legal.height - legal.inset).toBeLessThanOrEqual(Math.ceil(height * 0.951));
    expect(legal.y).toBeGreaterThan(height * 0.65);
    expect([legal.fromFrame, legal.toFrame]).toEqual([0, 60]);
    expect(await drawCopy(legal)).toEqual(await drawCopy(legal));
  });
});

describe('typefaces', () => {
  const set = (words: string, typeface?: (typeof typefaces)[number]) =>
    setWords({ words, typeface, cut: 'bold', sizePx: 40, widthPx: 900, align: 'left' });
  const inked = async (...of: Parameters<typeof set>) => Buffer.from((await set(...of)).coverage);

  it('are each another one, and Inter where nobody chose', async () => {
    const drawn = await Promise.all(typefaces.map((one) => inked('Run further', one)));
    expect(new Set(drawn.map((bytes) => bytes.toString('base64'))).size).toBe(typefaces.length);
    expect((await inked('Run further')).equals(drawn[0])).toBe(true);
  });

  it('are not mixed: words with letters that one lacks are set in Inter whole', async () => {
    const greek = 'Ωmega now';
    expect((await inked(greek, 'Nunito')).equals(await inked(greek))).toBe(true);
    expect((await inked(greek, 'Source Serif 4')).equals(await inked(greek))).toBe(false);
  });
});
