import type { RunSql } from '../sql';

/** Money set aside for something not yet paid. Units: US dollars. */
export interface HoldRow {
  holdKey: string;
  account: string | null;
  video: string | null;
  amountUsd: number;
}

type Raw = Omit<HoldRow, 'amountUsd'> & { amount: string };
const columns = 'hold_key AS "holdKey", account, video, amount_usd AS amount';
const toHold = ({ amount, ...row }: Raw): HoldRow => ({ ...row, amountUsd: Number(amount) });

/** Reservations. Each change also changes the account's sum, so it is called while the account is held. */
export const createHolds = (sql: RunSql) => {
  const shift = (account: string | null, heldUsd: number) =>
    account === null
      ? Promise.resolve([])
      : sql('UPDATE reference_asset_accounts SET held_usd = held_usd + ?::numeric WHERE name = ?', [
          heldUsd,
          account,
        ]);

  return {
    async find(holdKey: string): Promise<HoldRow | null> {
      const [row] = await sql<Raw>(
        `SELECT ${columns} FROM reference_asset_holds WHERE hold_key = ?`,
        [holdKey],
      );
      return row ? toHold(row) : null;
    },

    /** Sets a hold to an amount; nothing is no hold. */
    async put(hold: HoldRow): Promise<void> {
      const earlier = await this.find(hold.holdKey);
      await shift(hold.account, hold.amountUsd - (earlier?.amountUsd ?? 0));
      if (hold.amountUsd <= 0)
        await sql('DELETE FROM reference_asset_holds WHERE hold_key = ?', [hold.holdKey]);
      else
        await sql(
          `INSERT INTO reference_asset_holds (hold_key, account, video, amount_usd) VALUES (?, ?, ?, ?)
           ON CONFLICT (hold_key) DO UPDATE SET amount_usd = EXCLUDED.amount_usd`,
          [hold.holdKey, hold.account, hold.video, hold.amountUsd],
        );
    },

    /** What is held for a video, all holds together. */
    async ofVideo(video: string): Promise<number> {
      const [row] = await sql<{ sum: string | null }>(
        'SELECT sum(amount_usd) AS sum FROM reference_asset_holds WHERE video = ?',
        [video],
      );
      return Number(row?.sum ?? 0);
    },

    /**
     * Holds of videos that are not at work any more (or gone) and of which no vendor's job is under way, and those of
     * looks at pictures that died and were never taken up: nobody has asked about these bytes for a day.
     */
    async forgotten(workingStages: readonly string[]): Promise<string[]> {
      const rows = await sql<{ key: string }>(
        `SELECT h.hold_key AS key FROM reference_asset_holds h
         WHERE h.hold_key LIKE 'analysis/%' AND h.created_at < now() - interval '1 day'
           OR h.hold_key LIKE 'video/%' AND h.created_at < now() - interval '1 minute'
           AND NOT EXISTS (SELECT 1 FROM reference_asset_videos v WHERE v.document_id = h.video
             AND v.published_at IS NULL AND v.stage = ANY(?))`,
        [[...workingStages]],
      );
      return rows.map((row) => row.key);
    },
  };
};
export type Holds = ReturnType<typeof createHolds>;
