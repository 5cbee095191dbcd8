import { errors } from '@strapi/utils';
import type { Approval, BeatRow, VideoRow } from '../stores/video-rows';
import { inputHash } from './step';

type Approved = Pick<
  VideoRow,
  | 'prompt'
  | 'durationSeconds'
  | 'aspectRatio'
  | 'resolution'
  | 'aspectMismatch'
  | 'logoStyle'
  | 'label'
  | 'qualityTier'
  | 'referenceAssetIds'
  | 'spec'
  | 'customReferenceMapping'
  | 'inputHash'
  | 'video'
  | 'poster'
  | 'captions'
  | 'musicHash'
>;
type ApprovedBeat = Pick<
  BeatRow,
  | 'documentId'
  | 'startFrame'
  | 'frames'
  | 'shotType'
  | 'action'
  | 'mood'
  | 'cameraMovement'
  | 'prompt'
  | 'copy'
  | 'transition'
  | 'references'
  | 'take'
  | 'clipTake'
  | 'clipHash'
>;

const partsOf = (beat: ApprovedBeat) => {
  const { documentId, startFrame, frames, shotType, action, mood, cameraMovement } = beat;
  const { prompt, copy, transition, references, take, clipTake, clipHash } = beat;
  const words = { shotType, action, mood, cameraMovement, prompt };
  const made = { copy, transition, references, take, clipTake, clipHash };
  return { documentId, startFrame, frames, ...words, ...made };
};

/**
 * Digest of everything that an approval is about: the master, the brief it answers, and every beat it was made of.
 *
 * An approval holds as long as this stays the same, whoever changes something and on whatever path.
 */
export const approvalDigest = (video: Approved, beats: readonly ApprovedBeat[]): string => {
  const files = [video.video, video.poster, video.captions];
  return inputHash({
    brief: [video.prompt, Number(video.durationSeconds), video.aspectRatio, video.qualityTier],
    look: [video.resolution, video.aspectMismatch, video.logoStyle],
    ...(video.label && { label: video.label }),
    assets: [video.referenceAssetIds ?? [], video.customReferenceMapping ?? {}],
    spec: video.spec,
    master: [video.inputHash, video.musicHash, ...files.map((file) => file?.hash ?? null)],
    beats: beats.map(partsOf),
  });
};

type Judged = Approved & Pick<VideoRow, 'stage'> & { approval: Approval | null };

/** Whether what stands there now is what was approved. */
export const isApproved = (video: Judged, beats: readonly ApprovedBeat[]): boolean =>
  video.stage === 'approved' && video.approval?.digest === approvalDigest(video, beats);

/** Only an approved version can be published; asked on every way that leads there. */
export const demandApproved = (video: Judged | null, beats: readonly ApprovedBeat[]): void => {
  if (video && isApproved(video, beats)) return;
  const stage = video?.stage ?? 'unknown';
  const words =
    stage === 'approved' ? 'was changed after its approval' : `is ${stage.replaceAll('_', ' ')}`;
  throw new errors.ApplicationError(`Only an approved video can be published; this one ${words}.`, {
    status: stage,
  });
};
