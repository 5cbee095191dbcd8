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
