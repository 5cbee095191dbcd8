import { StepFailure } from '../errors';
import type { JobFailure } from '../jobs/contract';
import type { Stores } from '../stores';
import type { VideoStatus } from '../../../shared/contracts/video-states';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { inputHash } from './input-hash';
import { beatStamp } from './paid/stamp';

export { inputHash } from './input-hash';

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
  { videos, beats }: Needs,
  beat: BeatRow,
  data: Parameters<Stores['beats']['update']>[1],
): Promise<void> => {
  // What people change is changed under this lock: it is there now, or comes after and finds this result.
  await videos.lock(beat.video);
  const current = await beats.find(beat.documentId);
  if (
    !current ||
    beatStamp(current) !== beatStamp(beat) ||
    inputHash([current.references, current.copy]) !== inputHash([beat.references, beat.copy])
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
