import { frameSizeOf } from '../../../shared/contracts/vocabulary';
import { done, skipped, type JobHandler } from '../jobs/contract';
import type { MediaWorker } from '../media/media-worker';
import type { Marks } from '../media/disclosure/marks';
import { withScratch } from '../media/scratch';
import { animatic, type Offers } from '../money/offers';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { Advance } from './advance';
import { stillProvenance } from './disclose';
import { chosenAssets } from './layer-files';
import { demandKnown, isVendors, modelsOfBeat } from './paid/models-of';
import type { PaidCalls } from './paid/paid-calls';
import { stillOrder } from './paid/still-order';
import { recordSpend } from './record-spend';
import { commitBeat, failBeat, readBeatStep } from './step';
import { sceneOf, stillHashOf, type Chosen, type StillLook } from './still-scene';

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets' | 'files' | 'generated' | 'ledger'> & {
  media: MediaWorker;
  marks: Marks;
  offers: Offers;
  calls: PaidCalls;
  advance: Advance;
  look(): Promise<StillLook>;
};
/** Job `beat.storyboard`: one still for a beat, composed of the real pixels of what was chosen for it. */
export const createStoryboardStep = (needs: Needs): JobHandler<'beat.storyboard'> => {
  const { beats, files, generated, media, advance } = needs;

  const render = async (
    video: VideoRow,
    beat: BeatRow,
    chosen: Chosen,
    hash: string,
  ): Promise<void> => {
    const look = await needs.look();
    const still = await withScratch(async (folder) =>
      media.composeStill(await sceneOf(needs, { video, beat, chosen, look }, folder)),
    );
    const earlier = [beat.still, beat.stillWithLogo].flatMap((file) => file?.id ?? []);
    const file = {
      hash: `ra_still_${beat.documentId}_${hash.slice(0, 12)}`,
      ext: '.png',
      mime: 'image/png',
      name: `Beat ${beat.order + 1}, ${beat.name}.png`,
      content: needs.marks.picture(still.png, stillProvenance(beat, animatic.still)),
      ...frameSizeOf(video),
    };
    await generated.store([file], async ([saved]) => {
      await commitBeat(needs, beat, {
        still: saved.id,
        stillWithLogo: null,
        stillHash: hash,
        overlayHash: null,
        layout: {
          productBox: still.productBox,
          companionBoxes: still.companionBoxes,
          copyBox: still.copyBox,
        },
        notes: [...(beat.notes ?? []).filter((note) => note.startsWith('No ')), ...still.notes],
        state: 'still_ready',
      });
      await recordSpend(
        needs,
        video,
        { step: 'still', model: animatic.still },
        {
          key: `still/${beat.documentId}/${hash.slice(0, 12)}`,
          beat,
        },
      );
    });
    await files.remove(earlier);
  };

  const read = (job: { videoId: string; beatId: string }) =>
    readBeatStep(needs, job, 'storyboarding', ['planned', 'rendering']);

  const lacksStill = async (job: { videoId: string; beatId: string }, hash: string) => {
    const step = await read(job);
    if ('reason' in step) return false;
    return step.beat.stillHash !== hash || step.beat.still === null;
  };

  return {
    async run({ videoId, beatId }) {
      const step = await read({ videoId, beatId });
      if ('reason' in step) return skipped(step.reason);
      const { video, beat } = step;
      const chosen = await chosenAssets(needs, beat.references);
      const { still: model } = modelsOfBeat(needs.offers, video, beat);
      demandKnown(model);
      const order = isVendors(model) ? stillOrder(model, video, beat, chosen) : null;
      const hash = order?.target.hash ?? stillHashOf(video, beat, chosen, await needs.look());
      const unchanged = beat.stillHash === hash && beat.still !== null;
      if (unchanged) await beats.update(beat.id, { state: 'still_ready', error: null });
      else if (order && isVendors(model)) {
        if (beat.state !== 'rendering') await beats.update(beat.id, { state: 'rendering' });
        const key = `still/${beatId}/${hash.slice(0, 24)}`;
        const thing = { key, model: model.row, step: 'still', video, beat: beatId, order } as const;
        const isLacking = () => lacksStill({ videoId, beatId }, hash);
        await needs.calls.demand({ ...thing, isLacking });
        return skipped('its still comes from a vendor');
      } else {
        await beats.update(beat.id, { state: 'rendering' });
        await render(video, beat, chosen, hash);
      }
      await advance(videoId);
      return unchanged ? skipped('the still is current') : done;
    },

    async failed({ videoId, beatId }, error) {
      await failBeat(needs, beatId, 'storyboard', error);
      await advance(videoId);
    },
  };
};
