import { errors } from '@strapi/utils';
import type { PlanEdit } from '../../../shared/contracts/video-edits';
import type { Video } from '../../../shared/contracts/videos';
import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import { actorOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';
import { rearranged } from './choice-keys';
import { planOfRows } from './plan-of-rows';

type Needs = Pick<Stores, 'videos' | 'beats' | 'activity' | 'transaction'> & {
  browse: BrowseVideos;
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

/** The row each beat of an edit is, or is split from. */
const sourcesOf = (rows: readonly BeatRow[], { beats }: PlanEdit): BeatRow[] => {
  const seen = new Set<string>();
  return beats.map(({ beatId, from }, index) => {
    const field = beatId ? 'beatId' : 'from';
    const row = rows.find(({ documentId }) => documentId === (beatId ?? from));
    if (!row) return refuse(['beats', index, field], 'There is no such beat in this video.');
    if (beatId && seen.has(beatId))
      return refuse(['beats', index, field], 'The beat is there twice.');
    if (beatId) seen.add(beatId);
    return row;
  });
};

/** What a new beat takes from the one it is split from. */
const inherited = (row: BeatRow) => {
  const { name, shotType, action, mood, cameraMovement, prompt, roles, copy } = row;
  const { references, confidence, notes } = row;
  const words = { name, shotType, action, mood, cameraMovement, prompt, roles, copy };
  return { ...words, references, confidence, notes, state: 'planned', take: 0 };
};

const timesOf = (frames: readonly number[], index: number) => {
  const startFrame = frames.slice(0, index).reduce((sum, one) => sum + one, 0);
  return {
    startFrame,
    frames: frames[index],
    startSeconds: startFrame / framesPerSecond,
    durationSeconds: frames[index] / framesPerSecond,
  };
};

const demandWaiting = (video: VideoRow, basedOn: string | undefined): void => {
  if (video.stage !== 'awaiting_plan')
    throw new errors.ApplicationError(
      'The whole plan can be changed while the video waits with it (stopAfter: plan); later, beat by beat.',
      { status: video.stage },
    );
  if (!basedOn || new Date(video.updatedAt).getTime() === new Date(basedOn).getTime()) return;
  throw new errors.ApplicationError(
    'Somebody else changed this plan in the meantime; look at theirs before yours replaces it.',
    { reason: 'changed-meanwhile', updatedAt: video.updatedAt },
  );
};

/** Changes the whole plan while the video waits with it: words, lengths, order; beats split and beats gone. */
export const createRearrangePlan = (needs: Needs) => {
  const { videos, beats, activity, transaction, browse } = needs;

  const write = async (video: VideoRow, edit: PlanEdit): Promise<void> => {
    const rows = await beats.of(video.documentId);
    const sources = sourcesOf(rows, edit);
    const frames = framesOf(video, edit);
    const kept = new Set(edit.beats.map(({ beatId }) => beatId));
    for (const row of rows) if (!kept.has(row.documentId)) await beats.remove(row.id);
    for (const [index, given] of edit.beats.entries()) {
      const { beatId, from: _from, durationSeconds: _seconds, ...words } = given;
      // The first beat comes out of nothing: a transition into it would have no picture to come from.
      const data = {
        ...words,
        ...timesOf(frames, index),
        order: index,
        ...(index === 0 && { transition: null }),
      };
      if (beatId) await beats.update(sources[index].id, data);
      else await beats.add(video.documentId, { ...inherited(sources[index]), ...data });
    }
    const orders = sources.map(({ order }) => order);
    await videos.update(video.id, {
      spec: planOfRows(video.spec, await beats.of(video.documentId)),
      customReferenceMapping: rearranged(video.customReferenceMapping, orders),
    });
  };

  return async (documentId: string, edit: PlanEdit, viewer: Viewer): Promise<Video> => {
    await browse.changeable(documentId, viewer);
    await transaction(async () => {
      await videos.lock(documentId);
      const video = await browse.changeable(documentId, viewer);
      demandWaiting(video, edit.basedOn);
      await write(video, edit);
      await activity.add({
        ...actorOf(viewer),
        action: 'edited',
        video: documentId,
        detail: 'plan',
      });
    });
    return browse.get(documentId, viewer, true);
  };
};
