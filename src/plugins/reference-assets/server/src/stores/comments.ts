import type { Core } from '@strapi/strapi';
import type { ReviewComment } from '../../../shared/contracts/videos';
import { uids } from '../constants';

interface CommentRow {
  documentId: string;
  text: string;
  frame: number | null;
  fps: string | null;
  beat: string | null;
  author: string;
  createdAt: string;
  resolvedBy: string | null;
}

const toComment = (row: CommentRow): ReviewComment => ({
  documentId: row.documentId,
  text: row.text,
  frame: row.frame,
  fps: row.fps ?? '30/1',
  beatId: row.beat,
  author: row.author,
  createdAt: row.createdAt,
  resolvedBy: row.resolvedBy,
});

/** Remarks on videos, oldest first. */
export const createComments = (strapi: Core.Strapi) => ({
  async of(videoId: string): Promise<ReviewComment[]> {
    const rows = (await strapi.db.query(uids.comment).findMany({
      where: { video: videoId },
      orderBy: [{ id: 'asc' }],
      limit: 1000,
    })) as CommentRow[];
    return rows.map(toComment);
  },

  async add(data: {
    video: string;
    beat: string | null;
    frame: number | null;
    fps: string;
    text: string;
    author: string;
  }): Promise<ReviewComment> {
    const row = await strapi.documents(uids.comment).create({
      data: data as never, // the plugin's own types are generated in the host, not here
    });
    return toComment(row as unknown as CommentRow);
  },

  async removeOf(videoId: string): Promise<void> {
    await strapi.db.query(uids.comment).deleteMany({ where: { video: videoId } });
  },
});
export type Comments = ReturnType<typeof createComments>;
