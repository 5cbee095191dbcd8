import { posterFrameOf } from '../../../src/plugins/reference-assets/server/src/video/poster-frame';

type Beat = Parameters<typeof posterFrameOf>[0][number];

const beat = (shotType: string, startFrame: number, product: boolean): Beat =>
  ({
    shotType,
    startFrame,
    frames: 100,
    references: product ? { product: { assetId: 'a' } } : {},
  }) as unknown as Beat;

describe('the poster', () => {
  it('shows the hero shot of the product, wherever it stands', () => {
    const beats = [beat('wide', 0, true), beat('hero_shot', 100, true), beat('medium', 200, true)];
    expect(posterFrameOf(beats)).toBe(160);
  });

  it('never shows a beat without the product while another shows it', () => {
    expect(posterFrameOf([beat('hero_shot', 0, false), beat('overhead', 100, true)])).toBe(160);
  });

  it('is left to the assembly when no beat shows a product', () => {
    expect(posterFrameOf([beat('hero_shot', 0, false)])).toBeUndefined();
  });
});
