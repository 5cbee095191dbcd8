import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { RunSql } from './sql';
import type { BeatRow } from './video-rows';

const populate = { still: true, stillWithLogo: true, clips: true };

/** Rows of beats, in their order. */
export const createBeats = (strapi: Core.Strapi, sql: RunSql) => {
  const query = () => strapi.db.query(uids.beat);
  return {
    of: (videoId: string): Promise<BeatRow[]> =>
      query().findMany({
        where: { video: videoId },
        populate,
        orderBy: [{ order: 'asc' }, { id: 'asc' }],
      }),

    /** Where a video's beats stand, in their order, and nothing else of them: one plain query. */
    states: (videoId: string): Promise<Pick<BeatRow, 'documentId' | 'state'>[]> =>
      sql(
        `SELECT document_id AS "documentId", state FROM reference_asset_beats
         WHERE video = ? ORDER BY "order", id`,
        [videoId],
      ),

    find: (documentId: string): Promise<BeatRow | null> =>
      query().findOne({ where: { documentId }, populate }),

    /** Replaces a video's beats by new ones; their files become unlinked and are swept. */
    async replace(videoId: string, beats: readonly Record<string, unknown>[]): Promise<void> {
      await this.removeOf(videoId);
      for (const beat of beats) await this.add(videoId, beat);
    },

    /** Adds a beat to a video. */
    async add(videoId: string, data: Record<string, unknown>): Promise<void> {
      await strapi.documents(uids.beat).create({
        data: { ...data, video: videoId } as never, // the plugin's own types are generated in the host, not here
      });
    },

    /** Removes a beat; its files become unlinked. */
    async remove(id: number): Promise<void> {
      await query().delete({ where: { id } });
    },

    /** How many references the beats hold and how many of those a person chose instead of the matcher. */
    async overrides(): Promise<{ chosen: number; overridden: number; overrideRate: number }> {
      const [row] = await sql<{ chosen: number; overridden: number }>(
        `SELECT count(*)::int AS chosen, (count(*) FILTER (WHERE r.value->>'manual' = 'true'))::int AS overridden
         FROM reference_asset_beats b, jsonb_each(
           CASE WHEN jsonb_typeof(b."references"::jsonb) = 'object' THEN b."references"::jsonb ELSE '{}' END) r
         WHERE jsonb_typeof(r.value) = 'object'`,
      );
      const { chosen = 0, overridden = 0 } = row ?? {};
      return { chosen, overridden, overrideRate: chosen === 0 ? 0 : overridden / chosen };
    },

    /** Changes columns of a beat. */
    async update(id: number, data: Partial<Record<keyof BeatRow, unknown>>): Promise<void> {
      await query().update({ where: { id }, data });
    },

    /** Removes a video's beats one by one: only a single delete also unlinks their files. */
    async removeOf(videoId: string): Promise<void> {
      const rows = (await query().findMany({ where: { video: videoId }, select: ['id'] })) as {
        id: number;
      }[];
      for (const { id } of rows) await query().delete({ where: { id } });
    },

    /** Removes beats and comments whose video is gone; returns how many beats. */
    async removeOrphans(): Promise<number> {
      const gone = `NOT EXISTS (SELECT 1 FROM reference_asset_videos v WHERE v.document_id = t.video)`;
      await sql(`DELETE FROM reference_asset_comments t WHERE ${gone}`);
      const rows = await sql<{ id: number }>(
        `SELECT t.id FROM reference_asset_beats t WHERE ${gone}`,
      );
      for (const { id } of rows) await query().delete({ where: { id } });
      return rows.length;
    },
  };
};
export type Beats = ReturnType<typeof createBeats>;
