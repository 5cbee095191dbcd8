import { aspectFor } from '../../../src/plugins/reference-assets/server/src/money/aspect';
import {
  clipLengths,
  lengthsOf,
} from '../../../src/plugins/reference-assets/server/src/money/clip-lengths';
import {
  retirementNotice,
  retirementOf,
} from '../../../src/plugins/reference-assets/server/src/money/retirement';
import { usableReferences } from '../../../src/plugins/reference-assets/server/src/money/usable-references';
import { readModels } from '../../../src/plugins/reference-assets/server/src/providers/models';

const { models } = readModels();
const row = (name: string) => models.get(name)!;

describe('billed lengths', () => {
  test.each([
    ['kling-2.6', 3, [5]],
    ['kling-2.6', 5, [5]],
    ['kling-2.6', 5.5, [10]],
    ['kling-2.6', 12, [10, 5]],
    ['kling-2.6', 25, [10, 10, 5]],
    ['hailuo', 5, [6]],
    ['veo-3.1-fast', 4.5, [6]],
    ['veo', 9, [8, 4]],
    ['kling-3', 2.5, [3]],
    ['kling-3', 7.2, [8]],
    ['wan-2.2-fast', 5, [5]],
    ['wan-2.2-fast', 5.1, [7.5]],
    ['minimax', 13, [6, 6, 6]],
  ])('%s makes %d s of %j', (name, seconds, lengths) => {
    expect(clipLengths(row(name), seconds)).toEqual(lengths);
  });

  test('frames that are not exact in decimals do not buy a longer clip', () => {
    expect(clipLengths(row('kling-2.6'), 150 / 30 + 1e-9)).toEqual([5]);
  });

  test('a resolution and references leave fewer lengths', () => {
    expect(clipLengths(row('hailuo'), 8, { resolution: '1080p' })).toEqual([6, 6]);
    expect(lengthsOf(row('veo-3.1'), { withReferences: true })).toEqual([8]);
    expect(lengthsOf(row('veo'), { resolution: '1080p' })).toEqual([8]);
  });

  test('a model of stills makes no clips', () => {
    expect(() => clipLengths(row('sdxl'), 5)).toThrow(RangeError);
  });
});

describe('aspect ratios', () => {
  test('the wanted one where there is one', () => {
    expect(aspectFor(row('kling-2.6'), '1:1')).toEqual({ aspectRatio: '1:1', cropped: false });
  });
  test('else the nearest, to be cut', () => {
    const { aspectRatio, cropped } = aspectFor(row('veo-3.1'), '1:1');
    expect(['16:9', '9:16']).toContain(aspectRatio);
    expect(cropped).toBe(true);
    expect(aspectFor(row('flux-2-pro'), '4:5')).toEqual({ aspectRatio: '1:1', cropped: true });
  });
  test('a clip takes the shape of its first frame where the model does not ask for one', () => {
    expect(aspectFor(row('kling-3'), '4:5')).toEqual({ aspectRatio: '4:5', cropped: false });
  });
});

describe('references beside a first frame', () => {
  const beside = { wanted: 5, aspectRatio: '16:9', firstFrame: true } as const;
  test.each([
    ['kling-3-omni', beside, 5],
    ['kling-2.6', beside, 0],
    ['seedance-2', beside, 0],
    ['seedance-2', { ...beside, firstFrame: false }, 5],
    ['veo-3.1', { ...beside, firstFrame: false }, 3],
    ['veo-3.1', { ...beside, firstFrame: false, aspectRatio: '9:16' as const }, 0],
    ['flux-kontext-pro', { ...beside, firstFrame: false }, 1],
    ['nano-banana-pro', { ...beside, wanted: 20, firstFrame: false }, 14],
  ])('%s takes of %j: %d', (name, choice, count) => {
    expect(usableReferences(row(name), choice)).toBe(count);
  });
});

describe('retirement', () => {
  const at = (retiresAt: string | undefined) =>
    retirementOf({ retiresAt }, new Date('2026-11-25T12:00:00Z'));

  test.each([
    [undefined, { state: 'stays' }],
    ['2027-06-01', { state: 'stays' }],
    ['2027-01-25', { state: 'stays' }],
    ['2027-01-24', { state: 'retires', onDay: '2027-01-24', inDays: 60 }],
    ['2026-11-26', { state: 'retires', onDay: '2026-11-26', inDays: 1 }],
    ['2026-11-25', { state: 'retired', onDay: '2026-11-25' }],
    ['2024-12-06', { state: 'retired', onDay: '2024-12-06' }],
  ])('%s on the 25th of November 2026', (day, expected) => {
    expect(at(day)).toEqual(expected);
  });

  test('says so in a sentence, and nothing while there is nothing to say', () => {
    const today = new Date('2026-11-25T12:00:00Z');
    expect(retirementNotice({ name: 'kling-2.6', retiresAt: '2026-12-11' }, today)).toMatch(
      /ends kling-2.6 on 2026-12-11, in 16 days/,
    );
    expect(retirementNotice({ name: 'kling-2.6' }, today)).toBeUndefined();
  });
});
