import { missingGlyphs } from '../../../../src/plugins/reference-assets/server/src/media/copy/missing-glyphs';

describe('missingGlyphs', () => {
  it('asks nothing of the writing that the typeface covers', async () => {
    const words = 'Frühstück, größer – café, Ελλάδα, Москва, 50 % off → now!';
    expect(await missingGlyphs(words, 'bold')).toEqual([]);
  });

  it('names what would come out as boxes, once each', async () => {
    // Scripts that hardly any machine has a font for: Nushu beyond the first plane, Samaritan and Mandaic in it.
    const words = 'Tea ࠀࠁ ࡀ \u{1b170}ࠀ';
    expect(await missingGlyphs(words, 'bold')).toEqual(['ࠀ', 'ࠁ', 'ࡀ', '\u{1b170}']);
  });
});
