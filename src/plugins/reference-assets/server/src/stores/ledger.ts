import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { RunSql } from './sql';

/** One line of the ledger; `entryKey` names the paid thing, so that a repeated step writes no second line. */
export interface Spend {
  entryKey: string;
  step: string;
  provider: string;
  model: string;
  units: number;
  unitUsd: number;
  costUsd: number;
  video?: string;
  beat?: string;
  asset?: string;
  owner?: string | null;
}

/** The append-only ledger. */
export const createLedger = (strapi: Core.Strapi, sql: RunSql) => ({
  /** Writes a line unless it is there already. */
  async write(spend: Spend): Promise<void> {
    const earlier = await strapi.db
      .query(uids.spend)
      .findOne({ where: { entryKey: spend.entryKey } });
    if (earlier) return;
    await strapi.documents(uids.spend).create({
      data: spend as never, // the plugin's own types are generated in the host, not here
    });
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
