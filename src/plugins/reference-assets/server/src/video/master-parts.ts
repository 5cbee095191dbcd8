import { StepFailure } from '../errors';
import type { MasterClip, MasterTask } from '../media/tasks';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { clipsOf } from './clips-of-beat';
import { fileOnDisk, layerOf } from './layer-files';
import { localClipHash, movingStillOf } from './moving-still';
import type { StillLook } from './still-scene';

/** The clips of all beats in their order, and for each the beat it is of. */
export const clipsFor = async (
  needs: Pick<Stores, 'assets' | 'files'>,
  { video, rows, look }: { video: VideoRow; rows: readonly BeatRow[]; look: StillLook },
  folder: string,
): Promise<{ clips: MasterClip[]; shots: BeatRow[] }> => {
  const clips: MasterClip[] = [];
  const shots: BeatRow[] = [];
  for (const beat of rows) {
    const product = await productOf(needs, beat, folder);
    const drawn = await drawnOf(needs, { video, beat, look }, folder);
    for (const [part, { clip, frames }] of clipsOf(beat).entries()) {
      const path = await fileOnDisk(needs, clip, folder);
      // A beat is entered once, however many clips it is made of.
      const transition = part === 0 ? beat.transition : null;
      clips.push({ path, frames, transition, mayRest: mayRest(video, beat), product, drawn });
      shots.push(beat);
    }
  }
  return { clips, shots };
};

/** The product that a beat was given; one that has left the library since is looked for no more. */
const productOf = async (
  needs: Pick<Stores, 'assets' | 'files'>,
  { references }: BeatRow,
  folder: string,
): Promise<MasterClip['product']> => {
  const chosen = references?.product;
  const asset = chosen && (await needs.assets.find(chosen.assetId, { all: true }));
  return asset?.file ? layerOf(needs, asset, folder) : null;
};

/**
 * What a clip of this machine's own was made of.
 *
 * Undefined for a vendor's clip, for one of an earlier take, and where an asset on it has left the library since.
 */
const drawnOf = async (
  needs: Pick<Stores, 'assets' | 'files'>,
  of: { video: VideoRow; beat: BeatRow; look: StillLook },
  folder: string,
): Promise<MasterClip['drawn']> => {
  if (!of.beat.still || of.beat.clipHash !== localClipHash(of.beat)) return undefined;
  return movingStillOf(needs, of, folder).catch((error: unknown) => {
    if (error instanceof StepFailure) return undefined;
    throw error;
  });
};

/** Only a still under a resting camera stands still on purpose; a generated clip always lives. */
const mayRest = (video: VideoRow, beat: BeatRow): boolean =>
  video.qualityTier === 'animatic' && beat.cameraMovement === 'static';

/**
 * The logos where the storyboard shows them, in frames of the master.
 *
 * Throws: `StepFailure` `asset-gone` for one that left the library: what was approved shows it.
 */
export const logosOf = async (
  needs: Pick<Stores, 'assets' | 'files'>,
  rows: readonly BeatRow[],
  folder: string,
): Promise<MasterTask['logos']> => {
  const windows: MasterTask['logos'] = [];
  for (const beat of rows) {
    const placed = beat.layout?.logo ?? null;
    if (!placed) continue;
    const asset = await needs.assets.find(placed.assetId, { all: true });
    if (!asset?.file)
      throw new StepFailure(
        'asset-gone',
        `The logo placed on the beat "${beat.name}" is no longer in the library.`,
      );
    const { x, y, width, height, opacity, fromFrame = 0, toFrame = beat.frames } = placed;
    const logo = await fileOnDisk(needs, asset.file, folder);
    const shown = {
      fromFrame: beat.startFrame + fromFrame,
      toFrame: beat.startFrame + Math.min(toFrame, beat.frames),
    };
    windows.push({ ...shown, x, y, width, height, opacity, logo });
  }
  return windows;
};

/** What the vendor composed, where one was asked; else the music is composed with the master. */
export const musicOf = async (
  needs: Pick<Stores, 'files'>,
  video: VideoRow,
  rows: readonly BeatRow[],
  folder: string,
) =>
  video.music
    ? { path: await fileOnDisk(needs, video.music, folder) }
    : { mood: video.spec?.moods[0] ?? rows[0].mood, seed: video.documentId };

/** The words of the beats where the storyboard shows them, in frames of the master. */
export const wordsOf = (rows: readonly BeatRow[]) =>
  rows.flatMap(({ layout, startFrame, frames }) =>
    [layout?.copy, layout?.legal].flatMap((words) => {
      if (!words) return [];
      const { fromFrame, toFrame } = words;
      const shown = {
        fromFrame: startFrame + fromFrame,
        toFrame: startFrame + Math.min(toFrame, frames),
      };
      return [{ ...words, ...shown }];
    }),
  );
