import { errors } from '@strapi/utils';
import type { VideoStatus } from '../../../shared/contracts/video-states';
import type { Video } from '../../../shared/contracts/videos';
import { actorOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';
import type { PaidCalls } from './paid/paid-calls';
import type { Requote } from './requote';
import { mayFollow, workingStages } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'takes' | 'activity' | 'transaction'> & {
  browse: BrowseVideos;
  requote: Requote;
  calls: PaidCalls;
};

const refuse = (what: string, stage: VideoStatus): never => {
  throw new errors.ApplicationError(
    `A video that is ${stage.replaceAll('_', ' ')} cannot be ${what}.`,
    { status: stage },
  );
};

/** A beat whose clip did not pass the quality report. */
const isUnfit = ({ state, error }: BeatRow): boolean =>
  state === 'failed' && error?.code === 'quality';

/** Starts, stops and repeats of a video by hand. */
export const createControl = (needs: Needs) => {
  const { videos, beats, takes, activity, transaction, browse, requote, calls } = needs;

  const move = async (video: VideoRow, to: VideoStatus, what: string, data = {}): Promise<void> => {
    if (!mayFollow(video.stage, to)) refuse(what, video.stage);
    if (!(await videos.move(video.id, [video.stage], to, data))) {
      throw new errors.ApplicationError('The video changed in the meantime; look again.');
    }
  };

  /** A number that no earlier take had, also where an earlier one was put back. */
  const nextTake = async (row: BeatRow): Promise<number> => {
    const earlier = await takes.ofBeat(row.documentId);
    return Math.max(row.take, ...earlier.map(({ columns }) => columns?.take ?? 0)) + 1;
  };

  /** Puts beats back to the start of their storyboard; what need not be rendered again is found by its hash. */
  const putBack = async (rows: readonly BeatRow[], anotherTake: boolean): Promise<void> => {
    for (const row of rows) {
      await beats.update(row.id, {
        state: 'planned',
        error: null,
        take: anotherTake ? await nextTake(row) : row.take,
        ...(isUnfit(row) && { clipTake: (row.clipTake ?? 0) + 1 }),
      });
    }
  };

  const redo = (video: VideoRow, rows: readonly BeatRow[], anotherTake: boolean): Promise<void> =>
    transaction(async () => {
      await videos.lock(video.documentId);
      await putBack(rows, anotherTake);
      const current = await videos.find(video.documentId);
      if (!current) return;
      await requote.secure(current);
      if (current.stage === 'storyboarding') await videos.update(current.id, { error: null });
      else await move(current, 'storyboarding', 'changed', { error: null });
    });

  /** Makes the clips of some beats again, from their stills as they are. */
  const anotherClip = (video: VideoRow, rows: readonly BeatRow[]): Promise<void> =>
    transaction(async () => {
      await videos.lock(video.documentId);
      for (const row of rows) {
        const clipTake = (row.clipTake ?? 0) + 1;
        await beats.update(row.id, { state: 'ready', error: null, clipTake });
      }
      await requote.secure(video);
      await move(video, 'animating', 'retried', { error: null });
    });

  const after = async (
    video: VideoRow,
    viewer: Viewer,
    action: string,
    detail?: string,
  ): Promise<Video> => {
    await activity.add({ ...actorOf(viewer), action, video: video.documentId, detail });
    return browse.get(video.documentId, viewer, true);
  };

  return {
    /** Goes on after a stop for a look. */
    async continue(documentId: string, viewer: Viewer): Promise<Video> {
      const video = await browse.changeable(documentId, viewer);
      const next = { awaiting_plan: 'storyboarding', awaiting_storyboard: 'animating' } as const;
      const to = next[video.stage as keyof typeof next] ?? refuse('continued', video.stage);
      await transaction(async () => {
        await requote.secure(video);
        await move(video, to, 'continued');
      });
      return after(video, viewer, 'continued');
    },

    /** Stops for good: what vendors let us end is ended, what was made or paid for stays. */
    async cancel(documentId: string, viewer: Viewer): Promise<Video> {
      const video = await browse.changeable(documentId, viewer);
      await move(video, 'canceled', 'canceled');
      await calls.endFor(documentId);
      return after(video, viewer, 'canceled');
    },

    /**
     * Tries a failed or canceled video again from where it stopped: a clip that did not pass the quality report is
     * made again from the still it was made from, and no other is.
     */
    async retry(documentId: string, viewer: Viewer): Promise<Video> {
      const video = await browse.changeable(documentId, viewer);
      if (video.stage !== 'failed' && video.stage !== 'canceled') refuse('retried', video.stage);
      const rows = await beats.of(documentId);
      const unfit = rows.filter(isUnfit);
      await calls.dismiss(documentId);
      if (rows.length === 0)
        await transaction(async () => {
          await requote.secure(video);
          await move(video, 'queued', 'retried', { error: null });
        });
      else if (unfit.length > 0 && rows.every((row) => row.state === 'done' || isUnfit(row)))
        await anotherClip(video, unfit);
      else
        await redo(
          video,
          rows.filter((row) => row.state !== 'done'),
          false,
        );
      return after(video, viewer, 'retried');
    },

    /** Makes another take of one beat. */
    async regenerate(documentId: string, beatId: string, viewer: Viewer): Promise<Video> {
      const video = await browse.changeable(documentId, viewer);
      const beat = await browse.beat(video, beatId);
      if (workingStages.includes(video.stage) && video.stage !== 'storyboarding')
        refuse('changed', video.stage);
      await redo(video, [beat], true);
      return after(video, viewer, 'regenerated', `beat ${beat.order + 1}: ${beat.name}`);
    },

    redo,
  };
};
export type Control = ReturnType<typeof createControl>;
