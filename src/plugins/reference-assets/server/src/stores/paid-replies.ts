import type { RunSql } from './sql';

/** Our own table: replies of models that were paid for, by what was asked. */
export const paidReplyTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_replies (
     key text PRIMARY KEY,
     asset text NOT NULL,
     attempt integer NOT NULL DEFAULT 0,
     asking_until timestamptz,
     reply jsonb,
     readable boolean NOT NULL DEFAULT true,
     model text NOT NULL,
     cost_usd double precision,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_replies_model ON reference_asset_replies (model)`,
];

/** What a claim on a question comes to. */
export type ReplyClaim =
  /** Answered before; `asset` paid for it. */
  | { reply: unknown; asset: string }
  /** Somebody asks it right now. */
  | { busy: true }
  /** Ours to ask. `lost`: an earlier attempt began and nobody knows how it ended. */
  | { attempt: number; lost: boolean };

interface Row {
  asset: string;
  attempt: number;
  asking: boolean;
  lost: boolean;
  reply: string | null;
  readable: boolean;
}

/** Replies that were paid for: each question is asked once, whoever asks and however often. */
export const createPaidReplies = (
  sql: RunSql,
  transaction: <T>(work: () => Promise<T>) => Promise<T>,
) => ({
  /** Claims a question for `leaseMs`; an unreadable answer does not count as one. */
  claim: (
    key: string,
    about: { asset: string; model: string },
    leaseMs: number,
  ): Promise<ReplyClaim> =>
    transaction(async () => {
      await sql(
        `INSERT INTO reference_asset_replies (key, asset, model) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING`,
        [key, about.asset, about.model],
      );
      const [row] = await sql<Row>(
        `SELECT asset, attempt, reply::text AS reply, readable,
           coalesce(asking_until >= now(), false) AS asking, coalesce(asking_until < now(), false) AS lost
         FROM reference_asset_replies WHERE key = ? FOR UPDATE`,
        [key],
      );
      if (row.reply !== null && row.readable)
        return { reply: JSON.parse(row.reply) as unknown, asset: row.asset };
      if (row.asking) return { busy: true };
      await sql(
        `UPDATE reference_asset_replies SET asset = ?, attempt = attempt + 1, reply = NULL, readable = true,
           asking_until = now() + ? * interval '1 millisecond' WHERE key = ?`,
        [about.asset, leaseMs, key],
      );
      return { attempt: row.attempt + 1, lost: row.lost };
    }),

  /** Keeps the answer to a claimed question. */
  async keep(key: string, reply: { costUsd: number }): Promise<void> {
    await sql(
      `UPDATE reference_asset_replies SET reply = ?::jsonb, cost_usd = ?, asking_until = NULL, at = now() WHERE key = ?`,
      [JSON.stringify(reply), reply.costUsd, key],
    );
  },

  /** Gives a claim back: the question may be asked again. */
  async release(key: string): Promise<void> {
    await sql(`UPDATE reference_asset_replies SET asking_until = NULL WHERE key = ?`, [key]);
  },

  /** Lets a claim lapse at once whose outcome was paid for and is not kept: the next one finds it `lost`. */
  async lose(key: string): Promise<void> {
    await sql(
      `UPDATE reference_asset_replies SET asking_until = now() - interval '1 second' WHERE key = ?`,
      [key],
    );
  },

  /** Notes that an answer could not be used: it stays for people to look at, and may be asked for again. */
  async markUnreadable(key: string): Promise<void> {
    await sql(`UPDATE reference_asset_replies SET readable = false WHERE key = ?`, [key]);
  },

  /** What answers cost whose keys end like this, which is how they were asked for. Units: `meanUsd` US dollars; null when there are none. */
  async costs(how: string): Promise<{ count: number; meanUsd: number | null }> {
    const [row] = await sql<{ count: string; mean: number | null }>(
      `SELECT count(*) AS count, avg(cost_usd) AS mean FROM reference_asset_replies
       WHERE cost_usd IS NOT NULL AND right(key, ?) = ?`,
      [how.length, how],
    );
    return {
      count: Number(row?.count ?? 0),
      meanUsd: row?.mean === null || row === undefined ? null : Number(row.mean),
    };
  },
});
export type PaidReplies = ReturnType<typeof createPaidReplies>;
