import {
  ProviderError,
  StepFailure,
} from '../../../../src/plugins/reference-assets/server/src/errors';
import type { MarkQuestion } from '../../../../src/plugins/reference-assets/server/src/providers/language-ports';
import { createInspectClips } from '../../../../src/plugins/reference-assets/server/src/video/paid/inspect-clips';

const beat = (id: string, more: object = {}) => ({
  ...{ documentId: id, order: 0, frames: 150, clipHash: `hash of ${id}`, clipParts: null },
  ...{ clips: [{ id: 7, name: 'clip.mp4' }], references: null, ...more },
});
const video = { documentId: 'video', owner: 'anna' };

/** An inspector that answers as told, beat by beat; the keys it was asked under. */
const setUp = (answers: Record<string, () => Promise<object>>, inspector: object | null = {}) => {
  const asked: { key: string; request: MarkQuestion }[] = [];
  const givenUp: string[] = [];
  const { look, units, owed } = createInspectClips({
    assets: { find: async () => ({ file: { id: 1 } }) },
    files: { localPath: () => '/clip.mp4', read: async () => Buffer.of(1) },
    media: {
      clipStrip: async () => Buffer.of(2),
      copyBounded: async () => ({ bytes: Buffer.of(3), mime: 'image/jpeg', width: 1, height: 1 }),
    },
    inspector: inspector && {
      ...{ provider: 'openai', model: 'gpt-x', promptVersion: 'marks-1', quoteUsd: () => 0.01 },
      ...inspector,
    },
    questions: {
      ask: async ({ key, request }: { key: string; request: MarkQuestion }) => {
        asked.push({ key, request });
        return answers[key.split('/')[1]!]!();
      },
      giveUp: async (key: string) => void givenUp.push(key),
      isAnswered: async (key: string) => asked.some((one) => one.key === key),
    },
    log: { warn: () => undefined },
  } as never); // fakes of what it uses
  const see = (...beats: object[]) => look(video as never, beats as never, '/tmp');
  return { see, units, owed, asked, givenUp };
};

const verdict = (one: string) => async () => ({ verdict: one, reason: 'The wordmark is melted.' });

describe('looking at clips for marks that a model drew', () => {
  it('flags a garbled one on its beat without keeping the film from review', async () => {
    const { see } = setUp({ a: verdict('garbled'), b: verdict('intact'), c: verdict('none') });
    const checks = await see(beat('a'), beat('b'), beat('c'));
    expect(checks).toMatchObject([
      { beatId: 'a', passed: false, actual: 'garbled: The wordmark is melted.' },
      { beatId: 'b', passed: true, actual: 'intact' },
      { beatId: 'c', passed: true, actual: 'none' },
    ]);
    expect(checks.every(({ advisory }) => advisory)).toBe(true);
  });

  it('shows the true logo beside the frames where the beat has one, and asks about every part', async () => {
    const { see, asked } = setUp({ a: verdict('none'), b: verdict('none') });
    const parts = [7, 8].map((fileId) => ({ fileId, frames: 75 }));
    const clips = [{ id: 7 }, { id: 8 }];
    await see(beat('a', { references: { logo: { assetId: 'x' } } }));
    await see(beat('b', { clipParts: parts, clips }));
    expect(asked[0]!.request.logo?.bytes).toEqual(Buffer.of(3));
    expect(asked.slice(1).map(({ request }) => request.logo)).toEqual([null, null]);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(3);
  });

  it('asks the same about the same clip again, and anew about another one', async () => {
    const { see, asked } = setUp({ a: verdict('none') });
    await see(beat('a'));
    await see(beat('a'));
    await see(beat('a', { clipHash: 'another' }));
    const [first, second, third] = asked.map(({ key }) => key);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('says why there was no look, gives a lost question up, and stops for nothing', async () => {
    const { see, givenUp } = setUp({
      a: async () => {
        const details = { provider: 'openai', operation: 'x', code: 'unavailable' } as const;
        throw new ProviderError('OpenAI is down.', { ...details, retryable: true });
      },
      b: async () => {
        throw new StepFailure('outcome-unknown', 'Its price is held back.');
      },
    });
    expect(await see(beat('a'), beat('b'))).toMatchObject([
      { passed: false, advisory: true, actual: 'not looked at: OpenAI is down.' },
      { passed: false, advisory: true, actual: expect.stringContaining('may have been paid for') },
    ]);
    expect(givenUp).toHaveLength(1);
  });

  it('is owed for each clip until it was answered, and again for another clip', async () => {
    const { see, owed } = setUp({ a: verdict('none') });
    const twoParts = { clipParts: [7, 8].map((fileId) => ({ fileId, frames: 75 })) };
    const clips = [{ id: 7 }, { id: 8 }];
    const chain = beat('a', { ...twoParts, clips }) as never;
    expect([await owed(chain), await owed(beat('a') as never)]).toEqual([2, 1]);
    await see(chain);
    expect(await owed(chain)).toBe(0);
    expect(await owed(beat('a', { ...twoParts, clips, clipHash: 'another' }) as never)).toBe(2);
    expect(await setUp({}, null).owed(chain)).toBe(0);
  });

  it('does not swallow faults of our own', async () => {
    const { see } = setUp({ a: () => Promise.reject(new TypeError('ours')) });
    await expect(see(beat('a'))).rejects.toThrow('ours');
  });

  it('is priced for every clip of a model, and nothing without eyes or models', async () => {
    const vendors = { provider: 'replicate', model: 'kling', row: {} } as never;
    const own = { provider: 'local', model: 'animatic', row: null } as never;
    expect(setUp({}).units(vendors, 2)).toMatchObject([
      { step: 'analysis', quotedUsd: 0.01 },
      { step: 'analysis', quotedUsd: 0.01 },
    ]);
    expect(setUp({}).units(own, 2)).toEqual([]);
    const blind = setUp({}, null);
    expect(blind.units(vendors, 2)).toEqual([]);
    expect(await blind.see(beat('a'))).toEqual([]);
  });
});
