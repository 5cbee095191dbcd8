import { errors } from '@strapi/utils';
import type { BeatEdit } from '../../../shared/contracts/video-edits';
import type { Video } from '../../../shared/contracts/videos';
import { actorOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { planOfRows } from './plan-of-rows';
import { workingStages } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'activity' | 'transaction'> & {
  browse: BrowseVideos;
  control: Control;
};

const demandQuiet = ({ stage }: VideoRow): void => {
  if (workingStages.includes(stage) && stage !== 'storyboarding')
    throw new errors.ApplicationError(
      'The video is being made; wait until it stops, or cancel it.',
      { status: stage },
    );
};

/** What people change about the words of one beat, before and after anything of it is paid for. */
export const createEditPlan = (needs: Needs) => {
  const { videos, beats, activity, transaction, browse, control } = needs;
  return {
    /** Changes the words of one beat; where it was made already, or refused, it is made again. */
    async beat(documentId: string, beatId: string, edit: BeatEdit, viewer: Viewer): Promise<Video> {
      await browse.beat(await browse.changeable(documentId, viewer), beatId);
      await transaction(async () => {
        await videos.lock(documentId);
        const video = await browse.changeable(documentId, viewer);
        const beat = await browse.beat(video, beatId);
        demandQuiet(video);
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
