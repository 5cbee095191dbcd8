import { createHash } from 'node:crypto';
import { StepFailure } from '../errors';
import type { JobFailure } from '../jobs/contract';
import type { Stores } from '../stores';
import type { VideoStatus } from '../../../shared/contracts/videos';
import type { BeatRow, VideoRow } from '../stores/video-rows';

/** Hash of everything a step is made from: equal input, equal hash; key order does not matter. */
export const inputHash = (input: unknown): string => {
  const ordered = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(ordered);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(ordered(input)))
    .digest('hex');
};

/** The rows a beat's step works on, or why there is nothing to do. */
export type BeatStep = { video: VideoRow; beat: BeatRow } | { reason: string };

type Needs = Pick<Stores, 'videos' | 'beats'>;

/** Reads the rows of a beat's step again and says whether the step is still wanted. */
export const readBeatStep = async (
  { videos, beats }: Needs,
  job: { videoId: string; beatId: string },
  stage: VideoStatus,
  states: readonly BeatRow['state'][],
): Promise<BeatStep> => {
  const video = await videos.find(job.videoId);
  if (!video || video.stage !== stage) return { reason: `the video is ${video?.stage ?? 'gone'}` };
  const beat = await beats.find(job.beatId);
  if (!beat || beat.video !== job.videoId) return { reason: 'the beat is gone' };
  if (!states.includes(beat.state)) return { reason: `the beat is ${beat.state}` };
  return { video, beat };
};

/**
 * Writes the result of a beat's step unless its input changed while it was made; call it inside the transaction that
 * stores the files. Throws `StepFailure` `superseded`, which undoes that transaction.
 */
export const commitBeat = async (
  { beats }: Pick<Stores, 'beats'>,
  beat: BeatRow,
  data: Parameters<Stores['beats']['update']>[1],
): Promise<void> => {
  const current = await beats.find(beat.documentId);
  if (
    !current ||
    current.take !== beat.take ||
    inputHash(current.references) !== inputHash(beat.references)
  ) {
    throw new StepFailure('superseded', 'The beat was changed while it was made.');
  }
  await beats.update(beat.id, { ...data, error: null });
};

/** Writes on the beat why its step failed; a beat that was changed meanwhile starts again instead. */
export const failBeat = async (
  { beats }: Pick<Stores, 'beats'>,
  beatId: string,
  step: string,
  error: JobFailure,
): Promise<void> => {
  const beat = await beats.find(beatId);
  if (!beat) return;
  if (error.code === 'superseded') await beats.update(beat.id, { state: 'planned' });
  else
    await beats.update(beat.id, {
      state: 'failed',
      error: { ...error, step },
      attempts: beat.attempts + 1,
    });
};
