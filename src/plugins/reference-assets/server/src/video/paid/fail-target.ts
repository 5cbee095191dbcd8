import type { VendorJobRow } from '../../stores/money/vendor-jobs';
import type { BeatRow, StepError } from '../../stores/video-rows';
import { failBeat } from '../step';
import type { PaidNeeds } from './needs';

type Needs = Pick<PaidNeeds, 'beats' | 'videos' | 'standInFor' | 'log'>;

/** Failures that another model would meet as well, or that are for a person to decide. */
const notTheModels = new Set([
  'rights',
  'asset-gone',
  'file-gone',
  'outcome-unknown',
  'insufficient-credits',
]);

const stepName = { still: 'storyboard', clip: 'animate' } as const;

/** Lets another model stand in, where the user allowed it and there is one that has not been tried; false otherwise. */
const standIn = async (
  needs: Needs,
  beat: BeatRow,
  step: 'still' | 'clip',
  error: StepError,
): Promise<boolean> => {
  const video = await needs.videos.find(beat.video);
  const other = video && needs.standInFor(video, step);
  if (!other || beat.standIns?.[step] || notTheModels.has(error.code)) return false;
  const because = `${other} stands in for the ${step}: ${error.message}`;
  await needs.beats.update(beat.id, {
    standIns: { ...beat.standIns, [step]: other, because },
    notes: [...(beat.notes ?? []), because],
    state: step === 'still' ? 'planned' : 'ready',
    error: null,
  });
  needs.log.warn(`${beat.documentId}: ${because}`);
  return true;
};

/**
 * Writes where people look why a thing could not be had: on its beat; a video without music fails at its assembly.
 *
 * To be called in the transaction that ends the thing's last attempt; the video is to be advanced after it.
 */
export const failTarget = async (
  needs: Needs,
  job: Pick<VendorJobRow, 'beat' | 'video' | 'step'>,
  error: StepError,
): Promise<void> => {
  const beat = job.beat ? await needs.beats.find(job.beat) : null;
  if (beat && (job.step === 'still' || job.step === 'clip')) {
    if (!(await standIn(needs, beat, job.step, error)))
      await failBeat(needs, beat.documentId, stepName[job.step], error);
  }
};

/** Says on a beat that it waits, and for what; its state stays. */
export const tellWaiting = async (
  { beats }: Pick<Needs, 'beats'>,
  job: Pick<VendorJobRow, 'beat'>,
  notice: StepError,
): Promise<void> => {
  const beat = job.beat ? await beats.find(job.beat) : null;
  if (beat && beat.error?.code !== notice.code) await beats.update(beat.id, { error: notice });
};
