import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { plainMarks } from '../../../../src/plugins/reference-assets/server/src/media/disclosure/marks';
import type { Job } from '../../../../src/plugins/reference-assets/shared/contracts/jobs';
import type { JobOutcome } from '../../../../src/plugins/reference-assets/server/src/jobs/contract';
import { createOffers } from '../../../../src/plugins/reference-assets/server/src/money/offers';
import { createGenerationProviders } from '../../../../src/plugins/reference-assets/server/src/providers/generation';
import {
  googleConfig,
  replicateConfig,
} from '../../../../src/plugins/reference-assets/server/src/providers/config';
import {
  defaultTiers,
  readModels,
} from '../../../../src/plugins/reference-assets/server/src/providers/models';
import type {
  BeatRow,
  VideoRow,
} from '../../../../src/plugins/reference-assets/server/src/stores/video-rows';
import { createCarryCall } from '../../../../src/plugins/reference-assets/server/src/video/paid/carry-call';
import type { PaidNeeds } from '../../../../src/plugins/reference-assets/server/src/video/paid/needs';
import { createPaidCalls } from '../../../../src/plugins/reference-assets/server/src/video/paid/paid-calls';
import { stillOrder } from '../../../../src/plugins/reference-assets/server/src/video/paid/still-order';
import type { Vendors } from '../../../vendors/vendor-server';
import type { MoneyDatabase } from '../../money/money-database';

const video = {
  id: 1,
  documentId: 'video000000000000000000a',
  aspectRatio: '16:9',
  qualityTier: 'standard',
  durationSeconds: 5,
  models: null,
  allowFallback: false,
  owner: null,
  stage: 'storyboarding',
  spec: null,
} as unknown as VideoRow;

const newBeat = () =>
  ({
    id: 1,
    documentId: 'beat0000000000000000000a',
    video: video.documentId,
    order: 0,
    name: 'Opening',
    action: 'steam rises',
    prompt: 'a cup of tea at dawn',
    shotType: 'medium',
    mood: 'calm',
    cameraMovement: 'static',
    frames: 150,
    take: 0,
    references: {},
    state: 'rendering',
    stillHash: null,
    still: null,
    stillWithLogo: null,
    clips: [],
    notes: [],
    attempts: 0,
    error: null,
    standIns: null,
  }) as unknown as BeatRow;

/** One beat of one video and everything that orders its still: the real client, the real tables, plain rows. */
export const openPaidHouse = async (
  money: MoneyDatabase,
  vendors: Vendors,
  budgets = {},
  how: Partial<Pick<PaidNeeds, 'webhookUrl' | 'pollMs'>> & { timeoutMs?: number } = {},
) => {
  const { purse } = await money.under(budgets);
  const beat = newBeat();
  const lines = new Map<string, { costUsd: number; note?: string }>();
  const rung: Job[] = [];
  const stored: { content: Buffer }[] = [];
  const { models } = readModels();
  const config = {
    replicate: replicateConfig.parse({
      apiToken: vendors.replicateToken,
      baseUrl: vendors.replicateUrl,
      timeoutMs: how.timeoutMs ?? 3000,
      downloadTimeoutMs: how.timeoutMs ?? 300_000,
    }),
    google: googleConfig.parse({}),
  };
  const limits = { reserve: async () => ({ waitMs: 0 }), pause: async () => undefined };
  const providers = createGenerationProviders(config, limits as never);
  const found = new Map(Object.entries(providers));
  const offers = createOffers({ models, tiers: defaultTiers, vendors: new Set(found.keys()) });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'paid-'));
  const needs = {
    ...money,
    purse,
    models,
    vendors: found,
    moderator: null,
    holder: 'host/1/me',
    isGone: () => true,
    standInFor: (asked: VideoRow) =>
      asked.allowFallback ? offers.modelsFor(asked).fallbackStill?.model : undefined,
    webhookUrl: how.webhookUrl ?? (() => undefined),
    pollMs: how.pollMs ?? 50,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    jobs: { ring: async (job: Job) => void rung.push(job) },
    advance: async () => undefined,
    videos: { find: async () => video, lock: async () => true, inStages: async () => [] },
    beats: {
      find: async () => ({ ...beat }),
      update: async (_id: number, data: object) => void Object.assign(beat, data),
    },
    assets: { find: async () => null },
    files: { find: async () => null, remove: async () => 0 },
    generated: {
      store: (files: { content: Buffer }[], link: (rows: object[]) => Promise<void>) => {
        stored.push(...files);
        return money.transaction(() =>
          link(files.map((file, index) => ({ id: 100 + index, ...file }))),
        );
      },
    },
    ledger: {
      write: async (line: { entryKey: string; costUsd: number; note?: string }) =>
        void (lines.has(line.entryKey) || lines.set(line.entryKey, line)),
      total: async () => undefined,
    },
    marks: plainMarks,
    media: {
      fitPicture: async ({ source }: { source: string }) =>
        sharp(await readFile(source))
          .png()
          .toBuffer(),
      sendablePicture: async ({ target }: { target: string }) => {
        await writeFile(
          `${target}.png`,
          await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } })
            .png()
            .toBuffer(),
        );
        return `${target}.png`;
      },
    },
  } as unknown as PaidNeeds; // plain objects stand in for the stores of Strapi's own tables
  const calls = createPaidCalls(needs);
  const carry = createCarryCall(needs);
  const order = () => {
    const { still } = offers.modelsFor(video);
    return stillOrder(still as never, video, beat, {});
  };
  return {
    stored,
    ...{ beat, lines, rung, needs, calls, folder, video },
    demand: () =>
      calls.demand({
        key: `still/${beat.documentId}/${order().target.hash.slice(0, 24)}`,
        model: models.get('flux-2-pro')!,
        step: 'still',
        video,
        beat: beat.documentId,
        order: order(),
        isLacking: async () => beat.stillHash !== order().target.hash,
      }),
    /** From now on the vendor lists no jobs, as some do. */
    cannotFind: () => {
      const vendor = providers.replicate!;
      found.set('replicate', { ...vendor, canFind: false });
    },
    /** One step of a call, as an engine would start it. */
    step: (callId: string): Promise<JobOutcome> =>
      carry.run(
        { kind: 'vendor.call', callId },
        { attempt: 1, signal: new AbortController().signal },
      ),
    /** Answers every bell until it is quiet; returns how many steps that took. */
    async settle(most = 60): Promise<number> {
      let steps = 0;
      for (; rung.length > 0 && steps < most; steps += 1) {
        const job = rung.shift() as Job & { callId: string };
        const outcome = await this.step(job.callId);
        if ('laterMs' in outcome) {
          await new Promise((resolve) => setTimeout(resolve, Math.min(outcome.laterMs, 3000)));
          rung.push(job);
        }
      }
      return steps;
    },
    ledgerUsd: () => [...lines.values()].reduce((sum, { costUsd }) => sum + costUsd, 0),
    heldUsd: () => money.holds.ofVideo(video.documentId),
    states: async () =>
      (await money.vendorJobs.ofVideo(video.documentId)).map(({ state }) => state),
  };
};
