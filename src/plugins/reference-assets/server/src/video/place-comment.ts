import { errors } from '@strapi/utils';
import type { CommentRequest } from '../../../shared/contracts/reviews';
import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { Stores } from '../stores';
import type { NewComment } from '../stores/comments';
import type { BeatRow, VideoRow } from '../stores/video-rows';

type Needs = Pick<Stores, 'beats' | 'comments' | 'versions'>;
type Place = Pick<NewComment, 'frame' | 'frameEnd' | 'fps' | 'beat' | 'version' | 'parent'>;

/** Where a remark stands: its frames, the beat that shows there, and the version it speaks about. */
export const createPlaceComment = ({ beats, comments, versions }: Needs) => {
  const besideParent = async (video: VideoRow, parentId: string): Promise<Place> => {
    const parent = await comments.find(parentId);
    if (parent?.video !== video.documentId)
      throw new errors.NotFoundError('There is no such comment on this video.');
    const { frame, frameEnd, beat, version } = parent;
    const fps = parent.fps ?? `${framesPerSecond}/1`;
    // One level of replies: an answer to an answer stands beside it.
    return { frame, frameEnd, fps, beat, version, parent: parent.parent ?? parent.documentId };
  };

  const beatAt = (rows: readonly BeatRow[], frame: number | undefined): BeatRow | undefined =>
    frame === undefined
      ? undefined
      : rows.find(({ startFrame, frames }) => frame >= startFrame && frame < startFrame + frames);

  return async (
    video: VideoRow,
    request: Pick<CommentRequest, 'frame' | 'frameEnd' | 'beatId' | 'parentId'>,
  ): Promise<Place> => {
    if (request.parentId) return besideParent(video, request.parentId);
    const rows = await beats.of(video.documentId);
    const shown = video.inputHash && (await versions.ofHash(video.documentId, video.inputHash));
    const frames = shown
      ? shown.frames
      : Math.round(Number(video.durationSeconds) * framesPerSecond);
    const last = request.frameEnd ?? request.frame;
    if (last !== undefined && last >= frames)
      throw new errors.ValidationError(`The video has frames 0 to ${frames - 1}.`);
    const named = rows.find(({ documentId }) => documentId === request.beatId);
    if (request.beatId && !named)
      throw new errors.NotFoundError('There is no such beat in this video.');
    return {
      frame: request.frame ?? null,
      frameEnd: request.frameEnd ?? null,
      fps: shown ? shown.fps : `${framesPerSecond}/1`,
      beat: (named ?? beatAt(rows, request.frame))?.documentId ?? null,
      version: shown ? shown.number : null,
      parent: null,
    };
  };
};
