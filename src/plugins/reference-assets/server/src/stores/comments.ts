import type { Core } from '@strapi/strapi';
import type { Drawing, Mention, ReviewComment } from '../../../shared/contracts/reviews';
import { uids } from '../constants';
import type { RunSql } from './sql';

/** A row of `reference_asset_comments`. */
export interface CommentRow {
  id: number;
  documentId: string;
  video: string;
  text: string;
  frame: number | null;
  frameEnd: number | null;
  fps: string | null;
  beat: string | null;
  drawing: Drawing | null;
  parent: string | null;
  mentions: Mention[] | null;
  version: number | null;
  author: string;
  authorKey: string | null;
  createdAt: string;
  awaitsVersion: boolean | null;
  resolvedBy: string | null;
  resolvedVersion: number | null;
  resolvedAt: string | null;
}

/** What a new comment says; the rest of its row comes later. */
export type NewComment = Pick<
  CommentRow,
  'video' | 'text' | 'frame' | 'beat' | 'version' | 'author' | 'authorKey'
> &
  Partial<Pick<CommentRow, 'frameEnd' | 'drawing' | 'parent' | 'mentions' | 'awaitsVersion'>> & {
    fps: string;
  };

/** A comment as replies show it. */
const toComment = (row: CommentRow): ReviewComment => ({
  documentId: row.documentId,
  text: row.text,
  frame: row.frame,
  frameEnd: row.frameEnd ?? null,
  fps: row.fps ?? '30/1',
  beatId: row.beat,
  drawing: row.drawing ?? null,
  parentId: row.parent ?? null,
  mentions: row.mentions ?? [],
  version: row.version ?? null,
  author: row.author,
  createdAt: row.createdAt,
  awaitsVersion: row.awaitsVersion ?? false,
  resolvedBy: row.resolvedBy,
  resolvedVersion: row.resolvedVersion ?? null,
  resolvedAt: row.resolvedAt ?? null,
});

/** Remarks on videos, oldest first. */
export const createComments = (strapi: Core.Strapi, sql: RunSql) => {
  const query = () => strapi.db.query(uids.comment);
  return {
    async of(videoId: string): Promise<ReviewComment[]> {
      const rows = (await query().findMany({
        where: { video: videoId },
        orderBy: [{ id: 'asc' }],
        limit: 1000,
      })) as CommentRow[];
      return rows.map(toComment);
    },

    find: (documentId: string): Promise<CommentRow | null> =>
      query().findOne({ where: { documentId } }),

    /** A comment as replies show it. */
    async shown(documentId: string): Promise<ReviewComment> {
      return toComment((await this.find(documentId)) as CommentRow);
    },

    async add(data: NewComment): Promise<ReviewComment> {
      const row = await strapi.documents(uids.comment).create({
        data: data as never, // the plugin's own types are generated in the host, not here
      });
      return toComment(row as unknown as CommentRow);
    },

    async update(
      id: number,
      data: Partial<Pick<CommentRow, 'awaitsVersion' | 'resolvedBy' | 'resolvedVersion'>> & {
        resolvedAt?: Date | null;
      },
    ): Promise<void> {
      await query().update({ where: { id }, data });
    },

    /** Resolves the open comments that wait for a new version by that version; returns how many. */
    async answer(videoId: string, version: number): Promise<number> {
      const rows = await sql(
        `UPDATE reference_asset_comments
         SET awaits_version = false, resolved_version = ?, resolved_by = ?, resolved_at = now()
         WHERE video = ? AND awaits_version AND resolved_at IS NULL RETURNING id`,
        [version, `version ${version}`, videoId],
      );
      return rows.length;
    },

    /** How many comments somebody has written on a video. */
    countOf: (videoId: string, authorKey: string): Promise<number> =>
      query().count({ where: { video: videoId, authorKey } }),

    async removeOf(videoId: string): Promise<void> {
      await query().deleteMany({ where: { video: videoId } });
    },
  };
};
export type Comments = ReturnType<typeof createComments>;
