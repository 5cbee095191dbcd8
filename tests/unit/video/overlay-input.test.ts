import { copyLines } from '../../../src/plugins/reference-assets/server/src/video/captions';
import {
  brandPrintOf,
  overlayHashOf,
} from '../../../src/plugins/reference-assets/server/src/video/overlay-input';
import type { StillLook } from '../../../src/plugins/reference-assets/server/src/video/still-scene';
import type {
  BeatRow,
  VideoRow,
} from '../../../src/plugins/reference-assets/server/src/stores/video-rows';

const beat = {
  ...{ stillHash: 'still', startFrame: 0, frames: 60, cameraMovement: 'static', mood: 'calm' },
  copy: { headline: 'Winter begins' },
} as BeatRow;
const wordless = { ...beat, copy: null } as BeatRow;
const video = {} as VideoRow;
const plain: StillLook = {
  ...{ palette: [], aspectMismatch: 'crop', typefaces: [], legalLines: [] },
};
const hashOf = (row: BeatRow, look: Partial<StillLook>, isLast = false) => {
  const whole = { ...plain, ...look };
  return overlayHashOf(video, row, [], whole, brandPrintOf(row, whole, isLast));
};

describe('what is laid over a still', () => {
  it('is another on the last beat alone when the legal lines change', () => {
    const legalLines = ['© Larkspur'];
    expect(hashOf(beat, { legalLines }, true)).not.toBe(hashOf(beat, {}, true));
    expect(hashOf(beat, { legalLines: ['© Other'] }, true)).not.toBe(
      hashOf(beat, { legalLines }, true),
    );
    expect(hashOf(beat, { legalLines })).toBe(hashOf(beat, {}));
  });

  it('is another where there are words when the typefaces change', () => {
    const typefaces = ['Nunito', 'Inter'] as const;
    expect(hashOf(beat, { typefaces })).not.toBe(hashOf(beat, {}));
    expect(hashOf(beat, { typefaces: ['Nunito'] })).not.toBe(hashOf(beat, { typefaces }));
    expect(hashOf(wordless, { typefaces })).toBe(hashOf(wordless, {}));
    expect(hashOf(wordless, { typefaces, legalLines: ['©'] }, true)).not.toBe(
      hashOf(wordless, { legalLines: ['©'] }, true),
    );
  });

  it('is set in one typeface where only one was chosen', () => {
    const look = { ...plain, typefaces: ['Roboto Slab'] as const };
    expect(brandPrintOf(beat, look, false).typefaces).toEqual({
      ...{ headline: 'Roboto Slab', small: 'Roboto Slab' },
    });
  });
});

it('captions read the small print that stands on the frame', () => {
  const layout = { productBox: null, legal: { headline: { words: '© Larkspur\nAll rights' } } };
  const last = { ...beat, startFrame: 60, layout } as BeatRow;
  expect(copyLines({ spec: null }, [{ ...beat, layout: null }, last])).toEqual([
    { text: 'Winter begins', fromFrame: 0, toFrame: 60 },
    { text: 'Winter begins', fromFrame: 60, toFrame: 120 },
    { text: '© Larkspur\nAll rights', fromFrame: 60, toFrame: 120 },
  ]);
});
