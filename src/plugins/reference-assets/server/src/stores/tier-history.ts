import type { Core } from '@strapi/strapi';
import type { QualityTier } from '../../../shared/contracts/vocabulary';
import { uids } from '../constants';
import type { FileRow } from './media-files';
import type { RunSql } from './sql';

/** How videos of each tier went here before. */
export const createTierHistory = (strapi: Core.Strapi, sql: RunSql) => ({
  /**
   * Seconds of work for a second of video, the median of first versions that were made in one go.
   *
   * Shape: tiers without such a video are left out.
   */
  async pace(): Promise<Partial<Record<QualityTier, number>>> {
    const rows = await sql<{ tier: QualityTier; pace: number }>(
      `SELECT v.quality_tier AS tier, percentile_cont(0.5) WITHIN GROUP (
         ORDER BY extract(epoch FROM r.created_at - v.created_at)::float8 / v.duration_seconds::float8) AS pace
       FROM reference_asset_videos v
       JOIN reference_asset_versions r ON r.video = v.document_id AND r.number = 1
       WHERE v.published_at IS NULL AND v.stop_after = 'video' GROUP BY v.quality_tier`,
    );
    return Object.fromEntries(rows.map(({ tier, pace }) => [tier, Number(pace)]));
  },

  /** A picture of the newest video of a tier. */
  async example(qualityTier: QualityTier): Promise<FileRow | null> {
    const row = (await strapi.db.query(uids.video).findOne({
      where: { qualityTier, publishedAt: { $null: true }, poster: { id: { $notNull: true } } },
      orderBy: [{ id: 'desc' }],
      populate: { poster: true },
    })) as { poster: FileRow | null } | null;
    return row?.poster ?? null;
  },
});
export type TierHistory = ReturnType<typeof createTierHistory>;
