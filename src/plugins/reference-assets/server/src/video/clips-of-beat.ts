import { StepFailure } from '../errors';
import type { FileRow } from '../stores/media-files';
import type { BeatRow } from '../stores/video-rows';

/** The clips of a beat with the frames that each covers: one, unless its model could not make it in one. */
export const clipsOf = (beat: BeatRow): { clip: FileRow; frames: number }[] => {
  const missing = (): never => {
    throw new StepFailure('clip-missing', `Beat ${beat.order + 1} lacks a clip.`);
  };
  if (!beat.clipParts) return [{ clip: beat.clips[0] ?? missing(), frames: beat.frames }];
  return beat.clipParts.map(({ fileId, frames }) => ({
    clip: beat.clips.find(({ id }) => id === fileId) ?? missing(),
    frames,
  }));
};
