import type { StillMovement } from '../media/tasks';
import type { Stores } from '../stores';
import type { FileRow } from '../stores/media-files';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { chosenAssets, fileOnDisk } from './layer-files';
import { inputHash } from './step';
import { sceneOf, type StillLook } from './still-scene';

const clipVersion = 2;

/** Hash of everything a clip of this machine's own is made from. */
export const localClipHash = (beat: BeatRow): string =>
  inputHash({
    clipVersion,
    still: beat.stillHash,
    frames: beat.frames,
    camera: [beat.cameraMovement, beat.mood],
    ...(beat.clipTake && { clipTake: beat.clipTake }),
  });

/**
 * A beat's clean still with its camera movement; the worker sees by itself whether the still is what the scene gives.
 *
 * Throws: `StepFailure` where a chosen asset is gone or may not be used any more.
 */
export const movingStillOf = async (
  needs: Pick<Stores, 'assets' | 'files'>,
  { video, beat, look }: { video: VideoRow; beat: BeatRow; look: StillLook },
  folder: string,
): Promise<StillMovement> => {
  const chosen = await chosenAssets(needs, beat.references);
  return {
    still: await fileOnDisk(needs, beat.still as FileRow, folder),
    scene: await sceneOf(needs, { video, beat, chosen, look }, folder),
    movement: beat.cameraMovement,
    mood: beat.mood,
    frames: beat.frames,
  };
};
