import sharp, { type Sharp } from 'sharp';
import { openPicture } from '../../../../src/plugins/reference-assets/server/src/media/decode';
import { hashDistance } from '../../../../src/plugins/reference-assets/server/src/media/analysis/perceptual-hash';
import { hashesOf } from '../../../../src/plugins/reference-assets/server/src/media/likeness/hashes';
import { judge } from '../../../../src/plugins/reference-assets/server/src/media/likeness/judge';
import {
  printOf,
  type Print,
} from '../../../../src/plugins/reference-assets/server/src/media/likeness/print';
import { photograph, pipeline } from '../analysis/drawn';

const printFrom = async (file: Buffer): Promise<Print> => {
  const { raster, width, height } = await openPicture(file, { longSide: 400 });
  return printOf(raster, { width, height });
};
const drawn = (colour: string, ground = 'none') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="240"><rect width="300" height="240" fill="${ground}"/>
   <path d="M30 200 L80 40 L150 160 L220 30 L270 200Z" fill="${colour}"/><circle cx="150" cy="190" r="36" fill="#223"/></svg>`;
const rendered = (svg: string): Sharp => sharp(Buffer.from(svg));

describe('judge', () => {
  let photo: Sharp;
  let original: Print;
  beforeAll(async () => {
    photo = pipeline(photograph(400, 300));
    original = await printFrom(await photo.clone().png().toBuffer());
  });

  it.each([
    ['saved again at a low quality', (one: Sharp) => one.jpeg({ quality: 30 })],
    ['a quarter of the size', (one: Sharp) => one.resize(100).webp()],
    ['twice the size', (one: Sharp) => one.resize(800).jpeg()],
  ])('knows a picture %s', async (_how, change) => {
    const copy = await printFrom(await change(photo.clone()).toBuffer());
    expect(judge(original, copy, { search: false })).toMatchObject({ class: 're-encoded' });
    expect(hashDistance(hashesOf(original)[0]!, hashesOf(copy)[0]!)).toBeLessThanOrEqual(12);
  });

  it('finds a part of a picture, whichever of the two is asked about', async () => {
    const frame = { left: 40, top: 10, width: 320, height: 270 };
    const part = await printFrom(await photo.clone().extract(frame).png().toBuffer());
    expect(judge(original, part, { search: true })).toMatchObject({ class: 'crop' });
    expect(judge(part, original, { search: true })).toMatchObject({ class: 'crop' });
    expect(judge(original, part, { search: false })).toBeNull();
  });

  it('calls another colourway a variant, never a duplicate', async () => {
    const red = await printFrom(await rendered(drawn('#c23', '#fff')).png().toBuffer());
    for (const colour of ['#2a6', '#26c', '#c82', '#999']) {
      const other = await printFrom(await rendered(drawn(colour, '#fff')).png().toBuffer());
      expect([colour, judge(red, other, { search: true })?.class]).toEqual([colour, 'variant']);
    }
  });

  it('calls paler colours a variant, though no hue turns and little moves', async () => {
    const warm = rendered(drawn('#c23', '#f6e4dc'));
    const before = await printFrom(await warm.clone().png().toBuffer());
    const painted = await printFrom(
      await warm.clone().modulate({ saturation: 0.85 }).png().toBuffer(),
    );
    expect(judge(before, painted, { search: true })).toMatchObject({ class: 'variant' });
    const saved = await printFrom(await warm.clone().jpeg({ quality: 30 }).toBuffer());
    expect(judge(before, saved, { search: true })).toMatchObject({ class: 're-encoded' });
  });

  it('calls grey edges that were painted a variant, though hardly a pixel has colour', async () => {
    const grey = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="240"><rect width="300" height="240" fill="#fff"/>
      <path d="M40 180h12" stroke="#888" stroke-width="5"/><path d="M30 40h240v60h-240z"/></svg>`;
    const before = await printFrom(await rendered(grey).png().toBuffer());
    const painted = await printFrom(
      await rendered(grey.replace('#888', '#a87070')).png().toBuffer(),
    );
    expect(judge(before, painted, { search: true })).toMatchObject({ class: 'variant' });
    const saved = await printFrom(await rendered(grey).jpeg({ quality: 30 }).toBuffer());
    expect(judge(before, saved, { search: true })).toMatchObject({ class: 're-encoded' });
  });

  it('knows a cut-out that was flattened on white or on black', async () => {
    const clear = await printFrom(await rendered(drawn('#c23')).png().toBuffer());
    expect(hashesOf(clear)).toHaveLength(2);
    for (const background of ['#ffffff', '#000000']) {
      const flat = await printFrom(
        await rendered(drawn('#c23')).flatten({ background }).jpeg().toBuffer(),
      );
      expect(judge(clear, flat, { search: false })).toMatchObject({ class: 're-encoded' });
    }
  });

  it('knows strong colours again that a low quality made a little weaker', async () => {
    const strong = rendered(drawn('#ffec00', '#0078d4'));
    const before = await printFrom(await strong.clone().png().toBuffer());
    const saved = await printFrom(
      await strong.clone().resize(150).jpeg({ quality: 30 }).toBuffer(),
    );
    expect(judge(before, saved, { search: false })).toMatchObject({ class: 're-encoded' });
    const painted = await printFrom(
      await strong.clone().modulate({ saturation: 0.85 }).png().toBuffer(),
    );
    expect(judge(before, painted, { search: true })).toMatchObject({ class: 'variant' });
  });

  it('knows a nearly empty picture again, of which nothing that changed can be seen', async () => {
    const faint = rendered(drawn('#fcfcff', '#fefefe').replace('#223', '#fbfbfb'));
    const before = await printFrom(await faint.clone().png().toBuffer());
    const saved = await printFrom(await faint.clone().jpeg({ quality: 40 }).toBuffer());
    expect(judge(before, saved, { search: false })).toMatchObject({ class: 're-encoded' });
  });

  it('says nothing of a black mark and a black picture, in which it would not be seen', async () => {
    const black = drawn('#000').replace('#223', '#000');
    const mark = await printFrom(await rendered(black).png().toBuffer());
    const plain = await printFrom(
      await rendered(drawn('#000', '#000').replace('#223', '#000')).png().toBuffer(),
    );
    expect(judge(mark, plain, { search: true })).toBeNull();
    const onWhite = await printFrom(
      await rendered(black).flatten({ background: '#fff' }).jpeg().toBuffer(),
    );
    expect(judge(mark, onWhite, { search: false })).toMatchObject({ class: 're-encoded' });
  });

  it('says nothing of pictures that show something else', async () => {
    const other = await printFrom(
      await pipeline(photograph(400, 300, 9))
        .png()
        .toBuffer(),
    );
    const mark = await printFrom(await rendered(drawn('#c23', '#fff')).png().toBuffer());
    expect(judge(original, mark, { search: true })).toBeNull();
    expect(judge(other, mark, { search: true })).toBeNull();
  });
});
