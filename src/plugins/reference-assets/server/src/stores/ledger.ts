import type { Core } from '@strapi/strapi';
import type { SpendLine } from '../../../shared/contracts/money';
import { uids } from '../constants';
import { inTransaction, type RunSql } from './sql';

/** One line of the ledger; `entryKey` names the paid thing, so that a repeated step writes no second line. */
export interface Spend {
  entryKey: string;
  step: string;
  provider: string;
  model: string;
  units: number;
  unitUsd: number;
  costUsd: number;
  video?: string | null;
  beat?: string | null;
  asset?: string | null;
  owner?: string | null;
  providerJobId?: string | null;
  note?: string;
}

type StoredLine = Omit<SpendLine, 'at'> & { createdAt: string };

const toLine = (row: StoredLine): SpendLine => ({
  step: row.step,
  provider: row.provider,
  model: row.model,
  units: Number(row.units),
  unitUsd: Number(row.unitUsd),
  costUsd: Number(row.costUsd),
  video: row.video,
  beat: row.beat,
  asset: row.asset,
  providerJobId: row.providerJobId,
  note: row.note,
  at: row.createdAt,
});

/** The append-only ledger. */
export const createLedger = (strapi: Core.Strapi, sql: RunSql) => ({
  /** Writes a line unless it is there already; two that write it at once write one. */
  write: (spend: Spend): Promise<void> =>
    inTransaction(strapi, async () => {
      await sql('SELECT pg_advisory_xact_lock(820431909, hashtext(?))', [spend.entryKey]);
      const earlier = await strapi.db
        .query(uids.spend)
        .findOne({ where: { entryKey: spend.entryKey } });
      if (earlier) return;
      await strapi.documents(uids.spend).create({
        data: spend as never, // the plugin's own types are generated in the host, not here
      });
    }),

  /** Brings what a video and its beats have cost up to what the lines say; their rows show it at once. */
  async total(videoId: string): Promise<void> {
    await sql(
      `UPDATE reference_asset_videos v SET actual_cost_usd =
         coalesce((SELECT sum(cost_usd) FROM reference_asset_spend WHERE video = v.document_id), 0)
       WHERE v.document_id = ? AND v.published_at IS NULL`,
      [videoId],
    );
    await sql(
      `UPDATE reference_asset_beats b SET cost_usd =
         coalesce((SELECT sum(cost_usd) FROM reference_asset_spend WHERE beat = b.document_id), 0)
       WHERE b.video = ?`,
      [videoId],
    );
  },

  /** A page of lines, newest first; of one video, and of one owner, where they are given. */
  async page(
    query: { page: number; pageSize: number; video?: string },
    owner: string | undefined,
  ): Promise<{ lines: SpendLine[]; total: number }> {
    const where = {
      ...(query.video && { video: query.video }),
      ...(owner !== undefined && { owner }),
    };
    const entries = strapi.db.query(uids.spend);
    const [rows, total] = await Promise.all([
      entries.findMany({
        where,
        orderBy: [{ id: 'desc' }],
        offset: (query.page - 1) * query.pageSize,
        limit: query.pageSize,
      }) as Promise<StoredLine[]>,
      entries.count({ where }),
    ]);
    return { lines: rows.map(toLine), total };
  },

  /** What a video has cost so far, US dollars. */
  async spentOn(videoId: string): Promise<number> {
    const [row] = await sql<{ total: string | null }>(
      `SELECT sum(cost_usd) AS total FROM reference_asset_spend WHERE video = ?`,
      [videoId],
    );
    return Number(row?.total ?? 0);
  },
});
export type Ledger = ReturnType<typeof createLedger>;
