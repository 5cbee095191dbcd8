import { captionsOf } from '../../../src/plugins/reference-assets/server/src/video/captions';
import {
  disclose,
  makingOf,
  sourceTypeOf,
} from '../../../src/plugins/reference-assets/server/src/video/disclose';
import type { BeatRow } from '../../../src/plugins/reference-assets/server/src/stores/video-rows';

describe('what a video says about its making', () => {
  it('calls local work by rules a composite, never generative', () => {
    const models = ['local/animatic-still', 'local/animatic-clip'];
    expect(sourceTypeOf({ models, showsLibrary: true })).toBe('composite');
    expect(sourceTypeOf({ models, showsLibrary: false })).toBe('algorithmicMedia');
    expect(disclose({ models, showsLibrary: true }).statement).toMatch(/no generative AI/);
  });

  it('names trained models, and tells pure ones from composites', () => {
    const models = ['replicate/flux', 'replicate/kling'];
    expect(sourceTypeOf({ models, showsLibrary: false })).toBe('trainedAlgorithmicMedia');
    expect(sourceTypeOf({ models, showsLibrary: true })).toBe(
      'compositeWithTrainedAlgorithmicMedia',
    );
    const mixed = disclose({ models: ['local/still', 'google/veo'], showsLibrary: false });
    expect(mixed.digitalSourceType).toBe('compositeWithTrainedAlgorithmicMedia');
    expect(mixed.statement).toContain('google/veo');
    expect(mixed.statement).not.toContain('local/still');
  });

  it('counts the logo as the library shown, and references only where they are shown themselves', () => {
    const beat = (logo: object | null) =>
      ({
        layout: { productBox: null, logo },
        references: { product: { assetId: 'a' } },
      }) as unknown as BeatRow;
    const vendor = { imageModelUsed: 'google/imagen', videoModelUsed: 'google/veo' };
    const local = { imageModelUsed: 'local/still', videoModelUsed: 'local/clip' };
    expect(makingOf(vendor, [beat(null)]).showsLibrary).toBe(false);
    expect(makingOf(vendor, [beat({})]).showsLibrary).toBe(true);
    expect(makingOf(local, [beat(null)]).showsLibrary).toBe(true);
  });

  it('names the model that composed the music, and each of several for the pictures', () => {
    const drawn = { imageModelUsed: 'local/still', videoModelUsed: 'local/clip' };
    const scored = makingOf({ ...drawn, music: 'replicate/musicgen' }, []);
    expect(scored).toMatchObject({ models: ['local/still', 'local/clip', 'replicate/musicgen'] });
    expect(sourceTypeOf(scored)).toBe('compositeWithTrainedAlgorithmicMedia');
    expect(disclose(scored).statement).toContain('replicate/musicgen');
    const stoodInFor = { ...drawn, videoModelUsed: 'local/clip, google/veo' };
    expect(sourceTypeOf(makingOf(stoodInFor, []))).toBe('compositeWithTrainedAlgorithmicMedia');
    expect(disclose(makingOf(stoodInFor, [])).models).toEqual([
      'local/still',
      'local/clip',
      'google/veo',
    ]);
  });
});

describe('captionsOf', () => {
  it('writes WebVTT to the frame, escaped, and nothing for no words', () => {
    expect(
      captionsOf([
        { text: 'Run  free & <fast>', fromFrame: 0, toFrame: 75 },
        { text: ' ', fromFrame: 75, toFrame: 100 },
        { text: 'Jetzt kaufen', fromFrame: 100, toFrame: 1801 },
      ]),
    ).toBe(
      'WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.500\nRun free &amp; &lt;fast&gt;\n\n' +
        '2\n00:00:03.333 --> 00:01:00.033\nJetzt kaufen\n',
    );
    expect(captionsOf([])).toBeNull();
  });
});
