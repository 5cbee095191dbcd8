import { errors } from '@strapi/utils';
import type { z } from 'zod';
import type {
  commentRequest,
  ReviewComment,
  ReviewRequest,
  Video,
  VideoStatus,
} from '../../../shared/contracts/videos';
import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import { nameOf, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { mayFollow } from './stages';

type Needs = Pick<Stores, 'videos' | 'beats' | 'comments'> & {
  browse: BrowseVideos;
  control: Control;
};

const stageOf: Record<ReviewRequest['decision'], VideoStatus> = {
  approve: 'approved',
  request_changes: 'changes_requested',
  reject: 'rejected',
};

const fps = `${framesPerSecond}/1`;

/** Editorial review: remarks, and the decision that lets a video be published or sends beats back. */
export const createReview = ({ videos, beats, comments, browse, control }: Needs) => ({
  async decide(documentId: string, request: ReviewRequest, viewer: Viewer): Promise<Video> {
    const video = await browse.changeable(documentId, viewer);
    const stage = stageOf[request.decision];
    if (!mayFollow(video.stage, stage)) {
      throw new errors.ApplicationError(
        `A video that is ${video.stage.replaceAll('_', ' ')} cannot be ${stage.replaceAll('_', ' ')}.`,
        { status: video.stage },
      );
    }
    const wanted = [];
    for (const beatId of request.beatIds ?? []) wanted.push(await browse.beat(video, beatId));
    if (request.comment) {
      const only = wanted.length === 1 ? wanted[0].documentId : null;
      await comments.add({
        video: documentId,
        beat: only,
        frame: null,
        fps,
        text: request.comment,
        author: nameOf(viewer),
      });
    }
    if (!(await videos.move(video.id, [video.stage], stage))) {
      throw new errors.ApplicationError('The video changed in the meantime; look again.');
    }
    const moved = await browse.changeable(documentId, viewer);
    if (stage === 'changes_requested' && wanted.length > 0) await control.redo(moved, wanted, true);
    return browse.get(documentId, viewer, true);
  },

  async comments(documentId: string, viewer: Viewer): Promise<ReviewComment[]> {
    await browse.changeable(documentId, viewer);
    return comments.of(documentId);
  },

  async comment(
    documentId: string,
    request: z.infer<typeof commentRequest>,
    viewer: Viewer,
  ): Promise<ReviewComment> {
    const video = await browse.changeable(documentId, viewer);
    const frames = Math.round(Number(video.durationSeconds) * framesPerSecond);
    if (request.frame !== undefined && request.frame >= frames) {
      throw new errors.ValidationError(`The video has frames 0 to ${frames - 1}.`);
    }
    const beat = request.beatId ? await browse.beat(video, request.beatId) : null;
    const at = request.frame;
    const shown =
      beat ??
      (at === undefined
        ? null
        : (await beats.of(documentId)).find(
            (one) => at >= one.startFrame && at < one.startFrame + one.frames,
          ));
    return comments.add({
      video: documentId,
      beat: shown?.documentId ?? null,
      frame: at ?? null,
      fps,
      text: request.text,
      author: nameOf(viewer),
    });
  },
});
