import { errors } from '@strapi/utils';
import type { CommentRequest, ReviewComment } from '../../../shared/contracts/reviews';
import type { Video } from '../../../shared/contracts/videos';
import { actorOf, authorKeyOf, type Author, type Viewer } from '../library/viewer';
import type { Stores } from '../stores';
import type { CommentRow } from '../stores/comments';
import type { VideoRow } from '../stores/video-rows';
import type { BeatQuoteMaker } from './beat-quote';
import type { BrowseVideos } from './browse-videos';
import type { Control } from './control';
import { createPlaceComment } from './place-comment';

type Needs = Pick<
  Stores,
  'beats' | 'comments' | 'versions' | 'people' | 'activity' | 'transaction'
> & {
  browse: BrowseVideos;
  control: Control;
  beatQuote: BeatQuoteMaker;
};

/** Remarks on a video: said, answered, resolved, or turned into another take of the beat they are about. */
export const createRemarks = (needs: Needs) => {
  const { comments, people, activity, transaction, browse, control, beatQuote } = needs;
  const place = createPlaceComment(needs);

  const named = async (ids: readonly number[] = []) => {
    const found = await people.some(ids);
    const missing = ids.filter((id) => !found.some((one) => one.id === id));
    if (missing.length === 0) return found;
    throw new errors.ValidationError(`There is nobody here with the id ${missing.join(', ')}.`);
  };

  const on = (video: VideoRow, request: CommentRequest, author: Author): Promise<ReviewComment> =>
    transaction(async () => {
      const said = await comments.add({
        ...(await place(video, request)),
        video: video.documentId,
        text: request.text,
        drawing: request.drawing ?? null,
        mentions: await named(request.mentions),
        author: author.actor,
        authorKey: author.key,
      });
      const { actor, actorKind } = author;
      const action = request.parentId ? 'replied' : 'commented';
      const detail = request.text.slice(0, 120);
      await activity.add({ actor, actorKind, action, video: video.documentId, detail });
      return said;
    });

  const known = async (video: VideoRow, commentId: string): Promise<CommentRow> => {
    const row = await comments.find(commentId);
    if (row?.video === video.documentId) return row;
    throw new errors.NotFoundError('There is no such comment on this video.');
  };

  return {
    /** Says something on a video that the caller has found allowed already. */
    on,

    async list(documentId: string, viewer: Viewer): Promise<ReviewComment[]> {
      await browse.changeable(documentId, viewer);
      return comments.of(documentId);
    },

    async add(documentId: string, request: CommentRequest, viewer: Viewer): Promise<ReviewComment> {
      const video = await browse.changeable(documentId, viewer);
      if (request.mentions?.length && viewer.kind !== 'admin' && viewer.kind !== 'token')
        throw new errors.ForbiddenError('Only people of the admin panel can mention each other.');
      return on(video, request, { ...actorOf(viewer), key: authorKeyOf(viewer) });
    },

    /** Marks a comment as done, or takes that back. */
    async resolve(
      documentId: string,
      commentId: string,
      done: boolean,
      viewer: Viewer,
    ): Promise<ReviewComment> {
      const row = await known(await browse.changeable(documentId, viewer), commentId);
      const { actor, actorKind } = actorOf(viewer);
      await transaction(async () => {
        await comments.update(row.id, {
          awaitsVersion: false,
          resolvedBy: done ? actor : null,
          resolvedVersion: null,
          resolvedAt: done ? new Date() : null,
        });
        const action = done ? 'resolved' : 'reopened';
        const detail = row.text.slice(0, 120);
        await activity.add({ actor, actorKind, action, video: documentId, detail });
      });
      return comments.shown(commentId);
    },

    /** Has the beat of a comment made again at the price that was shown; the version that comes of it resolves it. */
    async answer(
      documentId: string,
      commentId: string,
      { quotedUsd }: { quotedUsd: number },
      viewer: Viewer,
    ): Promise<Video> {
      const video = await browse.changeable(documentId, viewer);
      const row = await known(video, commentId);
      const beatId = row.beat;
      if (!beatId)
        throw new errors.ApplicationError('The comment is about no beat that could be made again.');
      await beatQuote.demand(video, beatId, quotedUsd);
      return transaction(async () => {
        await comments.update(row.id, {
          awaitsVersion: true,
          resolvedBy: null,
          resolvedVersion: null,
          resolvedAt: null,
        });
        return control.regenerate(documentId, beatId, viewer);
      });
    },
  };
};
export type Remarks = ReturnType<typeof createRemarks>;
