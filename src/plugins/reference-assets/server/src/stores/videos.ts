import type { Core } from '@strapi/strapi';
import type { VideoStatus } from '../../../shared/contracts/video-states';
import { uids } from '../constants';
import type { RunSql } from './sql';
import type { VideoRow } from './video-rows';

const populate = { video: true, poster: true, captions: true, music: true };

/** Whose videos may be seen: all; one user's own and what is published; or only what is published. */
export type VideoScope = { all: true } | { all: false; owner: string | null };

/** Rows of videos. Unless said otherwise it is the draft row: the version that is worked on. */
export const createVideos = (strapi: Core.Strapi, sql: RunSql) => {
  const query = () => strapi.db.query(uids.video);
  const draft = { publishedAt: { $null: true } };
  return {
    find: (documentId: string): Promise<VideoRow | null> =>
      query().findOne({ where: { documentId, ...draft }, populate }),

    findPublished: (documentId: string): Promise<VideoRow | null> =>
      query().findOne({ where: { documentId, publishedAt: { $notNull: true } }, populate }),

    /** A page of videos, newest first: working versions of `owner` (all of them with null). */
    async page(options: {
      page: number;
      pageSize: number;
      stage?: VideoStatus;
      /** Only what is public, whoever asks. */
      published?: boolean;
      /** Only these of them; null for all. */
      ids?: readonly string[] | null;
      scope: VideoScope;
    }): Promise<{ rows: VideoRow[]; total: number }> {
      const { scope } = options;
      const isPublic = { publishedAt: { $notNull: true } };
      const working = scope.all ? draft : scope.owner ? { ...draft, owner: scope.owner } : isPublic;
      const visible = options.published ? isPublic : working;
      const where = {
        ...visible,
        ...(options.stage && { stage: options.stage }),
        ...(options.ids && { documentId: { $in: [...options.ids] } }),
      };
      const [rows, total] = await Promise.all([
        query().findMany({
          where,
          populate,
          orderBy: [{ id: 'desc' }],
          offset: (options.page - 1) * options.pageSize,
          limit: options.pageSize,
        }) as Promise<VideoRow[]>,
        query().count({ where }),
      ]);
      return { rows, total };
    },

    findByKey: (idempotencyKey: string): Promise<VideoRow | null> =>
      query().findOne({ where: { idempotencyKey, ...draft }, populate }),

    async create(data: Record<string, unknown>): Promise<VideoRow> {
      const { documentId } = await strapi.documents(uids.video).create({
        data: data as never, // the plugin's own types are generated in the host, not here
      });
      return (await this.find(documentId)) as VideoRow;
    },

    /** Changes columns of the working version. */
    async update(id: number, data: Partial<Record<keyof VideoRow, unknown>>): Promise<void> {
      await query().update({ where: { id }, data });
    },

    /** Moves a video from one of some stages to another; false when somebody else moved it first. */
    async move(
      id: number,
      from: readonly VideoStatus[],
      to: VideoStatus,
      data: Partial<Record<keyof VideoRow, unknown>> = {},
    ): Promise<boolean> {
      const { count } = await query().updateMany({
        where: { id, stage: { $in: [...from] } },
        data: { ...data, stage: to },
      });
      return count > 0;
    },

    /** Has an approval of one digest, also of the published version, speak of another. */
    async renewApproval(documentId: string, from: string, to: string): Promise<void> {
      await sql(
        `UPDATE reference_asset_videos SET approval = jsonb_set(approval::jsonb, '{digest}', to_jsonb(?::text))
         WHERE document_id = ? AND approval::jsonb->>'digest' = ?`,
        [to, documentId, from],
      );
    },

    async publish(documentId: string): Promise<void> {
      await strapi.documents(uids.video).publish({ documentId });
    },

    async unpublish(documentId: string): Promise<void> {
      await strapi.documents(uids.video).unpublish({ documentId });
    },

    /** Document ids of working versions that are in one of some stages, oldest first. */
    async inStages(stages: readonly VideoStatus[], limit: number): Promise<string[]> {
      const rows = await sql<{ documentId: string }>(
        `SELECT document_id AS "documentId" FROM reference_asset_videos
         WHERE published_at IS NULL AND stage = ANY(?) ORDER BY id LIMIT ?`,
        [[...stages], limit],
      );
      return rows.map((row) => row.documentId);
    },

    /** Holds the working version's row until the transaction ends, so that one at a time decides what comes next. */
    async lock(documentId: string): Promise<boolean> {
      const rows = await sql(
        `SELECT id FROM reference_asset_videos WHERE document_id = ? AND published_at IS NULL FOR UPDATE`,
        [documentId],
      );
      return rows.length > 0;
    },

    /** Working versions that changed since a moment, for the event stream. */
    changedSince(since: Date): Promise<{ documentId: string; at: Date }[]> {
      return sql(
        `SELECT v.document_id AS "documentId", greatest(v.updated_at, max(b.updated_at)) AS at
         FROM reference_asset_videos v LEFT JOIN reference_asset_beats b ON b.video = v.document_id
         WHERE v.published_at IS NULL GROUP BY v.id HAVING greatest(v.updated_at, max(b.updated_at)) > ?
         ORDER BY at LIMIT 100`,
        [since],
      );
    },

    async counts(): Promise<Record<string, number>> {
      const rows = await sql<{ stage: string; count: string }>(
        `SELECT stage, count(*) AS count FROM reference_asset_videos WHERE published_at IS NULL GROUP BY stage`,
      );
      return Object.fromEntries(rows.map((row) => [row.stage, Number(row.count)]));
    },
  };
};
export type Videos = ReturnType<typeof createVideos>;
