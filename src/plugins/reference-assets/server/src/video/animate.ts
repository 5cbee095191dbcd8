import { frameSizeOf } from '../../../shared/contracts/vocabulary';
import { done, skipped, type JobHandler } from '../jobs/contract';
import type { MediaWorker } from '../media/media-worker';
import { withScratch } from '../media/scratch';
import type { QuoteMaker } from '../money/quote';
import type { Stores } from '../stores';
import type { FileRow } from '../stores/media-files';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { Advance } from './advance';
import { chosenAssets, fileOnDisk } from './layer-files';
import { recordSpend } from './record-spend';
import { commitBeat, failBeat, inputHash, readBeatStep } from './step';
import { sceneOf, type StillLook } from './still-scene';

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets' | 'files' | 'generated' | 'ledger'> & {
  media: MediaWorker;
  quote: QuoteMaker;
  advance: Advance;
  look: StillLook;
};

const clipVersion = 2;

/** Job `beat.animate`: one clip of exactly the beat's frames, from the clean still, with the beat's camera movement. */
export const createAnimateStep = (needs: Needs): JobHandler<'beat.animate'> => {
  const { beats, files, generated, media, advance } = needs;

  /** What the still was composed of; the worker sees by itself whether it still is that still. */
  const sceneFor = async (video: VideoRow, beat: BeatRow, folder: string) => {
    const chosen = await chosenAssets(needs, beat.references);
    return sceneOf(needs, { video, beat, chosen, look: needs.look }, folder);
  };

  const render = async (video: VideoRow, beat: BeatRow, hash: string): Promise<void> => {
    const size = frameSizeOf(video);
    const earlier = beat.clips.map((clip) => clip.id);
    await withScratch(async (folder) => {
      const outputPath = `${folder}/clip.mp4`;
      await media.renderClip({
        still: await fileOnDisk(needs, beat.still as FileRow, folder),
        scene: await sceneFor(video, beat, folder),
        movement: beat.cameraMovement,
        mood: beat.mood,
        frames: beat.frames,
        size,
        outputPath,
      });
      const file = {
        hash: `ra_clip_${beat.documentId}_${hash.slice(0, 12)}`,
        ext: '.mp4',
        mime: 'video/mp4',
        name: `Beat ${beat.order + 1}, ${beat.name}.mp4`,
        content: { path: outputPath },
        ...size,
      };
      await generated.store([file], async ([saved]) => {
        await commitBeat(needs, beat, { clips: [saved.id], clipHash: hash, state: 'done' });
        await recordSpend(needs, video, 'clip', {
          key: `clip/${beat.documentId}/${hash.slice(0, 12)}`,
          beat,
        });
      });
    });
    await files.remove(earlier);
  };

  return {
    async run({ videoId, beatId }) {
      const step = await readBeatStep(needs, { videoId, beatId }, 'animating', [
        'ready',
        'animating',
      ]);
      if ('reason' in step) return skipped(step.reason);
      const { video, beat } = step;
      const hash = inputHash({
        clipVersion,
        still: beat.stillHash,
        frames: beat.frames,
        camera: [beat.cameraMovement, beat.mood],
      });
      const unchanged = beat.clipHash === hash && beat.clips.length > 0;
      if (unchanged) await beats.update(beat.id, { state: 'done', error: null });
      else {
        await beats.update(beat.id, { state: 'animating' });
        await render(video, beat, hash);
      }
      await advance(videoId);
      return unchanged ? skipped('the clip is current') : done;
    },

    async failed({ videoId, beatId }, error) {
      await failBeat(needs, beatId, 'animate', error);
      await advance(videoId);
    },
  };
};
