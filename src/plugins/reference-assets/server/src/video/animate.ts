import { frameSizeOf } from '../../../shared/contracts/vocabulary';
import { done, skipped, type JobHandler } from '../jobs/contract';
import type { Marks } from '../media/disclosure/marks';
import type { MediaWorker } from '../media/media-worker';
import { withScratch } from '../media/scratch';
import { animatic, type Offers } from '../money/offers';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { Advance } from './advance';
import { clipProvenance } from './disclose';
import { chosenAssets } from './layer-files';
import { localClipHash, movingStillOf } from './moving-still';
import { clipHashOf, clipOrder, madeParts } from './paid/clip-order';
import { demandKnown, isVendors, modelsOfBeat, type VendorModel } from './paid/models-of';
import type { PaidCalls } from './paid/paid-calls';
import { recordSpend } from './record-spend';
import { commitBeat, failBeat, readBeatStep } from './step';
import type { StillLook } from './still-scene';

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets' | 'files' | 'generated' | 'ledger'> & {
  media: MediaWorker;
  marks: Marks;
  offers: Offers;
  calls: PaidCalls;
  advance: Advance;
  look(): Promise<StillLook>;
};

/** Job `beat.animate`: one clip of exactly the beat's frames, from the clean still, with the beat's camera movement. */
export const createAnimateStep = (needs: Needs): JobHandler<'beat.animate'> => {
  const { beats, files, generated, media, advance } = needs;

  const render = async (video: VideoRow, beat: BeatRow, hash: string): Promise<void> => {
    const size = frameSizeOf(video);
    const earlier = beat.clips.map((clip) => clip.id);
    await withScratch(async (folder) => {
      const outputPath = `${folder}/clip.mp4`;
      await media.renderClip({
        ...(await movingStillOf(needs, { video, beat, look: await needs.look() }, folder)),
        size,
        outputPath,
      });
      await needs.marks.film(outputPath, clipProvenance(beat, animatic));
      const file = {
        hash: `ra_clip_${beat.documentId}_${hash.slice(0, 12)}`,
        ext: '.mp4',
        mime: 'video/mp4',
        name: `Beat ${beat.order + 1}, ${beat.name}.mp4`,
        content: { path: outputPath },
        ...size,
      };
      await generated.store([file], async ([saved]) => {
        await commitBeat(needs, beat, {
          clips: [saved.id],
          clipParts: null,
          clipHash: hash,
          state: 'done',
        });
        await recordSpend(
          needs,
          video,
          { step: 'clip', model: animatic.clip },
          {
            key: `clip/${beat.documentId}/${hash.slice(0, 12)}`,
            beat,
          },
        );
      });
    });
    await files.remove(earlier);
  };

  const read = (job: { videoId: string; beatId: string }) =>
    readBeatStep(needs, job, 'animating', ['ready', 'animating']);

  /** Has a vendor make the clip, or the next one of a chain, from the clean still. */
  const order = async (model: VendorModel, video: VideoRow, beat: BeatRow) => {
    await chosenAssets(needs, beat.references); // stops where rights ended since the still was made
    const wanted = clipOrder(model, video, beat);
    const { hash, part } = wanted.target;
    const key = `clip/${beat.documentId}/${hash.slice(0, 24)}/${part}`;
    const thing = { key, model: model.row, step: 'clip', video, beat: beat.documentId } as const;
    const isLacking = async () => {
      const now = await read({ videoId: video.documentId, beatId: beat.documentId });
      return !('reason' in now) && madeParts(now.beat, hash).length === part;
    };
    await needs.calls.demand({ ...thing, order: wanted, isLacking });
    return skipped('its clip comes from a vendor');
  };

  return {
    async run({ videoId, beatId }) {
      const step = await read({ videoId, beatId });
      if ('reason' in step) return skipped(step.reason);
      const { video, beat } = step;
      const { clip: model } = modelsOfBeat(needs.offers, video, beat);
      demandKnown(model);
      const hash = isVendors(model) ? clipHashOf(model, video, beat) : localClipHash(beat);
      const unchanged = beat.clipHash === hash && beat.clips.length > 0;
      if (unchanged) await beats.update(beat.id, { state: 'done', error: null });
      else {
        if (beat.state !== 'animating') await beats.update(beat.id, { state: 'animating' });
        if (isVendors(model)) return order(model, video, beat);
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
