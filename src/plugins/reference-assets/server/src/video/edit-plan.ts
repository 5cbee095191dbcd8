import { errors } from '@strapi/utils';
import type { BeatEdit, PlanEdit } from '../../../shared/contracts/video-edits';
import type { Video } from '../../../shared/contracts/videos';
import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { PlannedBeat } from '../../../shared/contracts/spec';
import { actorOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { workingStages } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'activity' | 'transaction'> & {
  browse: BrowseVideos;
  control: Control;
};

const refuse = (path: (string | number)[], message: string): never => {
  throw new errors.ValidationError(message, {
    errors: [{ path: path.map(String), message, name: 'ValidationError' }],
  });
};

/** Lengths as whole frames, which together are exactly the video's. */
const framesOf = (video: VideoRow, { beats }: PlanEdit): number[] => {
  const frames = beats.map(({ durationSeconds }, index) => {
    const exact = durationSeconds * framesPerSecond;
    const whole = Math.round(exact);
    if (Math.abs(exact - whole) > 0.01)
      refuse(['beats', index, 'durationSeconds'], 'expected a whole number of frames (1/30 s)');
    return whole;
  });
  const wanted = Math.round(Number(video.durationSeconds) * framesPerSecond);
  const sum = frames.reduce((total, one) => total + one, 0);
  if (sum !== wanted)
    refuse(
      ['beats'],
      `The beats last ${sum / framesPerSecond} s together; the video is ${wanted / framesPerSecond} s long.`,
    );
  return frames;
};

/** What people change about a plan, before and after anything of it is paid for. */
export const createEditPlan = (needs: Needs) => {
  const { videos, beats, activity, transaction, browse, control } = needs;

  const note = (video: VideoRow, viewer: Viewer, detail: string): Promise<void> =>
    activity.add({ ...actorOf(viewer), action: 'edited', video: video.documentId, detail });

  /** The plan that the video shows follows its beats' rows. */
  const showPlan = async (video: VideoRow): Promise<void> => {
    const rows = await beats.of(video.documentId);
    if (!video.spec) return;
    const planned = video.spec.beats.map((beat, index): PlannedBeat => {
      const row = rows[index];
      if (!row) return beat;
      const { name, action, prompt, shotType, mood, cameraMovement, startFrame, frames } = row;
      const times = {
        startSeconds: startFrame / framesPerSecond,
        durationSeconds: frames / framesPerSecond,
      };
      return {
        ...beat,
        name,
        action,
        prompt,
        shotType,
        mood,
        cameraMovement,
        startFrame,
        frames,
        ...times,
      };
    });
    await videos.update(video.id, { spec: { ...video.spec, beats: planned } });
  };

  const demandAll = (rows: readonly BeatRow[], { beats: edits }: PlanEdit): void => {
    const inOrder = rows.map(({ documentId }) => documentId);
    if (edits.map(({ beatId }) => beatId).join() !== inOrder.join())
      refuse(
        ['beats'],
        `Expected every beat of the video once, in their order: ${inOrder.join(', ')}.`,
      );
  };

  return {
    /** Changes the whole plan while the video waits with it. */
    async plan(documentId: string, edit: PlanEdit, viewer: Viewer): Promise<Video> {
      const video = await browse.changeable(documentId, viewer);
      if (video.stage !== 'awaiting_plan')
        throw new errors.ApplicationError(
          'The whole plan can be changed while the video waits with it (stopAfter: plan); later, beat by beat.',
          { status: video.stage },
        );
      const rows = await beats.of(documentId);
      demandAll(rows, edit);
      const frames = framesOf(video, edit);
      await transaction(async () => {
        let startFrame = 0;
        for (const [
          index,
          { beatId: _beatId, durationSeconds: _seconds, ...words },
        ] of edit.beats.entries()) {
          const length = frames[index];
          await beats.update(rows[index].id, {
            ...words,
            startFrame,
            frames: length,
            startSeconds: startFrame / framesPerSecond,
            durationSeconds: length / framesPerSecond,
          });
          startFrame += length;
        }
        await showPlan(video);
        await note(video, viewer, 'plan');
      });
      return browse.get(documentId, viewer, true);
    },

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
        await showPlan(video);
        await note(video, viewer, `beat ${beat.order + 1}: ${edit.name ?? beat.name}`);
        if (video.stage === 'awaiting_plan' || video.stage === 'canceled') return;
        const failed = (await beats.of(documentId)).filter(({ state }) => state === 'failed');
        const again = [...failed.filter(({ id }) => id !== beat.id), { ...beat, ...edit }];
        await control.redo(video, again, false);
      });
      return browse.get(documentId, viewer, true);
    },
  };
};
