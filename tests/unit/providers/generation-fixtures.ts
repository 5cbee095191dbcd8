import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { ProviderError } from '../../../src/plugins/reference-assets/server/src/errors';
import type {
  GenerationProvider,
  GenerationRequest,
  GenerationState,
  RateLimiter,
} from '../../../src/plugins/reference-assets/server/src/providers/generation-ports';
import { readModels } from '../../../src/plugins/reference-assets/server/src/providers/models';

const { models } = readModels();

/** A row of the registry. */
export const row = (name: string) => models.get(name)!;

/** Lets everybody through, and notes what was closed. */
export const openLimiter = (): RateLimiter & { pauses: [lane: string, forMs: number][] } => {
  const pauses: [string, number][] = [];
  return {
    pauses,
    take: async () => undefined,
    pause: async (lane, forMs) => void pauses.push([lane, forMs]),
  };
};

/** A folder with pictures: `small` goes along in a request, `large` has to be uploaded. */
export const pictureFolder = async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'generation-'));
  const small = path.join(folder, 'small.png');
  const large = path.join(folder, 'large.png');
  const noise = Buffer.alloc(512 * 512 * 3);
  for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2654435761) >>> 24;
  await sharp({ create: { width: 64, height: 36, channels: 3, background: '#c03020' } })
    .png()
    .toFile(small);
  await sharp(noise, { raw: { width: 512, height: 512, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toFile(large);
  await writeFile(path.join(folder, 'no-picture.txt'), 'hello');
  return { folder, small, large, remove: () => rm(folder, { recursive: true, force: true }) };
};

let count = 0;

/** A request for a clip from a still, of a nonce of its own. */
export const clipRequest = (
  firstFrame: string,
  more: Partial<GenerationRequest> = {},
): GenerationRequest => ({
  model: row('kling-2.6'),
  prompt: 'The camera moves in slowly.',
  firstFrame,
  references: [],
  durationSeconds: 5,
  aspectRatio: '16:9',
  nonce: `nonce-${process.pid}-${(count += 1)}`,
  ...more,
});

/** The `ProviderError` a promise ends with. */
export const failureOf = async (work: Promise<unknown>): Promise<ProviderError> => {
  const error: unknown = await work.then(
    () => new Error('expected a failure'),
    (caught: unknown) => caught,
  );
  if (!(error instanceof ProviderError)) throw error;
  return error;
};

/** Asks until a job has ended. */
export const ended = async (
  provider: GenerationProvider,
  jobId: string,
): Promise<GenerationState> => {
  for (;;) {
    const state = await provider.check(jobId);
    if (state.state !== 'running') return state;
    await new Promise((done) => setTimeout(done, 10));
  }
};
