import { createOffers } from '../../../src/plugins/reference-assets/server/src/money/offers';
import {
  defaultTiers,
  readModels,
} from '../../../src/plugins/reference-assets/server/src/providers/models';
import type {
  BeatRow,
  VideoRow,
} from '../../../src/plugins/reference-assets/server/src/stores/video-rows';
import { clipHashOf } from '../../../src/plugins/reference-assets/server/src/video/paid/clip-order';
import {
  isVendors,
  modelsOfBeat,
  modelsUsed,
} from '../../../src/plugins/reference-assets/server/src/video/paid/models-of';
import { musicOrder } from '../../../src/plugins/reference-assets/server/src/video/paid/music-order';
import { ensureMusic } from '../../../src/plugins/reference-assets/server/src/video/music';
import { stillOrder } from '../../../src/plugins/reference-assets/server/src/video/paid/still-order';
import { createRequote } from '../../../src/plugins/reference-assets/server/src/video/requote';

const retiresAt = '2027-03-01';
const { models } = readModels({ 'flux-2-pro': { retiresAt }, 'kling-2.6': { retiresAt } } as never);
const offersWith = (how: { key?: boolean; known?: boolean; today?: string } = {}) =>
  createOffers({
    models: (how.known ?? true) ? models : new Map(),
    tiers: defaultTiers,
    vendors: new Set(how.key === false ? [] : ['replicate']),
    planning: { name: 'planner', retiresAt: '2027-01-01' },
    today: () => new Date(how.today ?? '2026-12-01'),
  });

/** A standard video of one beat, made and paid to its end. */
const madeVideo = () => {
  const video = {
    id: 1,
    documentId: 'v',
    stage: 'failed',
    aspectRatio: '16:9',
    qualityTier: 'standard',
    durationSeconds: 5,
    models: null,
    allowFallback: true,
    owner: null,
    spec: null,
    music: { id: 7 },
    musicHash: null,
  } as unknown as VideoRow;
  const beat = {
    ...{ id: 1, documentId: 'b', video: 'v', order: 0, name: 'Opening', action: 'steam rises' },
    ...{ prompt: 'tea', shotType: 'medium', mood: 'calm', cameraMovement: 'static', frames: 150 },
    ...{ durationSeconds: 5, take: 0, references: {}, state: 'done', still: { id: 1 } },
    ...{ clips: [{ id: 2 }], clipParts: [], standIns: null },
  } as unknown as BeatRow;
  const { still, clip, music } = offersWith().modelsFor(video);
  if (!isVendors(still) || !isVendors(clip) || !isVendors(music)) throw new Error('not paid');
  beat.stillHash = stillOrder(still, video, beat, {}).target.hash;
  beat.clipHash = clipHashOf(clip, video, beat);
  video.musicHash = musicOrder(music, video).target.hash;
  return { video, beat };
};

const requoteOf = (offers: ReturnType<typeof offersWith>, beat: BeatRow, more: object = {}) =>
  createRequote({
    beats: { of: async () => [beat] },
    assets: { find: async () => null },
    holds: { find: async () => null, ofVideo: async () => 0 },
    purse: { raise: async () => undefined },
    offers,
    planUnits: () => [],
    lookUnits: () => [],
    owedLooks: async () => 0,
    ...more,
  } as never); // plain objects stand in for the stores

describe.each([
  ['the key of its vendor is gone', { key: false }],
  ['its models and the planning one have ended', { today: '2027-04-01' }],
  ['its models are not configured any more', { known: false }],
])('a paid video when %s', (_, how) => {
  const offers = offersWith(how);

  it('stays as it was made, and is finished without paying', async () => {
    const { video, beat } = madeVideo();
    const requote = requoteOf(offers, beat);
    await expect(requote.ofVideo(video)).resolves.toMatchObject({ estimatedCostUsd: 0 });
    await expect(requote.secure(video)).resolves.toBeUndefined();
    expect(modelsUsed(offers, video, [beat]).videoModelUsed).toContain('kling');
    expect(modelsOfBeat(offers, video, beat).still.provider).not.toBe('local');
    const calls = { last: async () => null, demand: () => Promise.reject(new Error('ordered')) };
    expect(await ensureMusic({ offers, calls, videos: {} } as never, video)).toBe('there');
  });

  it('cannot be quoted for more where more cannot be made', async () => {
    const { video, beat } = madeVideo();
    const requote = requoteOf(offers, beat);
    await expect(requote.ofVideo(video, ['b'])).rejects.toThrow(/needs more made with/);
    expect(() => offers.modelsFor(video)).toThrow(/not available/);
  });
});

it('a video whose clips nobody has looked at yet is quoted with the looks alone', async () => {
  const { video, beat } = madeVideo();
  const look = { step: 'analysis', quotedUsd: 0.02, asked: {} };
  const model = { provider: 'openai', model: 'gpt-x', row: null };
  const raised: number[] = [];
  const requote = requoteOf(offersWith(), beat, {
    lookUnits: (_clip: unknown, clips: number) =>
      Array.from({ length: clips }, () => ({ ...look, model })),
    owedLooks: async ({ documentId }: BeatRow) => (documentId === 'b' ? 2 : 0),
    purse: { raise: async (_purpose: unknown, usd: number) => void raised.push(usd) },
  });
  const { estimatedCostUsd, breakdown } = await requote.ofVideo(video);
  expect(estimatedCostUsd).toBe(0.04);
  expect(breakdown.filter(({ totalUsd }) => totalUsd > 0)).toMatchObject([
    { step: 'analysis', provider: 'openai', totalUsd: 0.04 },
  ]);
  await requote.secure(video);
  expect(raised).toEqual([0.04]);
});

it('nothing stands in for a model whose key is gone with its own', () => {
  const { video } = madeVideo();
  expect(offersWith().modelsOf(video).fallbackStill).toBeDefined();
  expect(offersWith({ key: false }).modelsOf(video)).toMatchObject({
    fallbackStill: undefined,
    fallbackClip: undefined,
  });
});
