import { errors } from '@strapi/utils';
import type { BeatEdit } from '../../../shared/contracts/video-edits';
import type { Video } from '../../../shared/contracts/videos';
import { actorOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { planOfRows } from './plan-of-rows';
import { workingStages } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'activity' | 'transaction'> & {
  browse: BrowseVideos;
  control: Control;
};

/** What people change about the words of one beat, before and after anything of it is paid for. */
export const createEditPlan = (needs: Needs) => {
  const { videos, beats, activity, transaction, browse, control } = needs;
  return {
    /** Changes the words of one beat; where it was made already, or refused, it is made again. */
    async beat(documentId: string, beatId: string, edit: BeatEdit, viewer: Viewer): Promise<Video> {
      const video = await browse.changeable(documentId, viewer);
      const beat = await browse.beat(video, beatId);
      if (workingStages.includes(video.stage) && video.stage !== 'storyboarding')
        throw new errors.ApplicationError(
          'The video is being made; wait until it stops, or cancel it.',
          { status: video.stage },
        );
      await transaction(async () => {
        await beats.update(beat.id, edit);
        const spec = planOfRows(video.spec, await beats.of(documentId));
        await videos.update(video.id, { spec });
        const detail = `beat ${beat.order + 1}: ${edit.name ?? beat.name}`;
        await activity.add({ ...actorOf(viewer), action: 'edited', video: documentId, detail });
        if (video.stage === 'awaiting_plan' || video.stage === 'canceled') return;
        const failed = (await beats.of(documentId)).filter(({ state }) => state === 'failed');
        const again = [...failed.filter(({ id }) => id !== beat.id), { ...beat, ...edit }];
        await control.redo(video, again, false);
      });
      return browse.get(documentId, viewer, true);
    },
  };
};
