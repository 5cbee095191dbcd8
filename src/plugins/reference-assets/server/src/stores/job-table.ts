import type { RunSql } from './sql';

/** A job as the table of the in-process engine keeps it. */
export interface JobRow {
  key: string;
  data: unknown;
  attempts: number;
}

/** How many jobs wait and run, and how long the oldest has waited. */
export interface JobCounts {
  waiting: number;
  running: number;
  oldestSeconds: number;
}

/**
 * The in-process engine's queue: a table, so that what is owed outlives the process.
 *
 * Several processes may share it: `FOR UPDATE SKIP LOCKED` gives each job to one of them, `holder` says to whom.
 */
export const createJobTable = (sql: RunSql) => ({
  /** Rings for a job; one that runs is noted to run again, one that waits comes no later than before. */
  async ring(job: {
    key: string;
    lane: string;
    data: unknown;
    priority: number;
    delayMs: number;
  }): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_jobs (key, lane, data, priority, run_at)
       VALUES (?, ?, ?::jsonb, ?, now() + ? * interval '1 millisecond')
       ON CONFLICT (key) DO UPDATE SET
         rang_again = reference_asset_jobs.rang_again OR reference_asset_jobs.state = 'running',
         priority = GREATEST(reference_asset_jobs.priority, EXCLUDED.priority),
         run_at = LEAST(reference_asset_jobs.run_at, EXCLUDED.run_at)`,
      [job.key, job.lane, JSON.stringify(job.data), job.priority, job.delayMs],
    );
  },

  /** Takes up to `limit` due jobs of a lane for `holder`. */
  async claim(lane: string, holder: string, limit: number, leaseMs: number): Promise<JobRow[]> {
    const rows = await sql<JobRow>(
      `UPDATE reference_asset_jobs SET state = 'running', holder = ?, attempts = attempts + 1,
         held_until = now() + ? * interval '1 millisecond'
       WHERE key IN (
         SELECT key FROM reference_asset_jobs WHERE lane = ? AND state = 'waiting' AND run_at <= now()
         ORDER BY priority DESC, run_at, key LIMIT ? FOR UPDATE SKIP LOCKED
       ) RETURNING key, data::text AS data, attempts`,
      [holder, leaseMs, lane, limit],
    );
    // Strapi turns the driver's own parsing of JSON off, so it is asked for as text and parsed here.
    return rows.map((row) => ({ ...row, data: JSON.parse(row.data as string) as unknown }));
  },

  /** Ends a job: gone, or waiting again when somebody rang while it ran. */
  async finish(key: string, holder: string): Promise<void> {
    await sql(
      `WITH again AS (
         UPDATE reference_asset_jobs SET state = 'waiting', rang_again = false, holder = NULL, attempts = 0, run_at = now()
         WHERE key = ? AND holder = ? AND rang_again RETURNING key)
       DELETE FROM reference_asset_jobs WHERE key = ? AND holder = ? AND NOT rang_again`,
      [key, holder, key, holder],
    );
  },

  /** Puts a job back, to be tried again after `delayMs`. */
  async putBack(key: string, holder: string, delayMs: number): Promise<void> {
    await sql(
      `UPDATE reference_asset_jobs SET state = 'waiting', holder = NULL, run_at = now() + ? * interval '1 millisecond'
       WHERE key = ? AND holder = ?`,
      [delayMs, key, holder],
    );
  },

  /** Says that `holder` works on some jobs still, so that they stay its own. */
  async keep(holder: string, keys: readonly string[], leaseMs: number): Promise<void> {
    await sql(
      `UPDATE reference_asset_jobs SET held_until = now() + ? * interval '1 millisecond'
       WHERE holder = ? AND key = ANY(?)`,
      [leaseMs, holder, [...keys]],
    );
  },

  /** Who holds jobs now. */
  async holders(): Promise<string[]> {
    const rows = await sql<{ holder: string }>(
      `SELECT DISTINCT holder FROM reference_asset_jobs WHERE state = 'running' AND holder IS NOT NULL`,
    );
    return rows.map((row) => row.holder);
  },

  /** Frees the jobs of holders that are known to be gone, and of those whose time ran out; returns how many. */
  async release(gone: readonly string[]): Promise<number> {
    const rows = await sql<{ key: string }>(
      `UPDATE reference_asset_jobs SET state = 'waiting', holder = NULL, run_at = now()
       WHERE state = 'running' AND (held_until < now() OR holder = ANY(?)) RETURNING key`,
      [[...gone]],
    );
    return rows.length;
  },

  /** Puts a job back that has nothing to do for now; what it did so far was no attempt that failed. */
  async putOff(key: string, holder: string, delayMs: number): Promise<void> {
    await sql(
      `UPDATE reference_asset_jobs SET state = 'waiting', holder = NULL, attempts = 0, rang_again = false,
         run_at = CASE WHEN rang_again THEN now() ELSE now() + ? * interval '1 millisecond' END
       WHERE key = ? AND holder = ?`,
      [delayMs, key, holder],
    );
  },

  /** Forgets a waiting job. */
  async forget(key: string): Promise<void> {
    await sql(`DELETE FROM reference_asset_jobs WHERE key = ? AND state = 'waiting'`, [key]);
  },

  async counts(): Promise<JobCounts> {
    const [row] = await sql<{ waiting: string; running: string; oldest: string | null }>(
      `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, count(*) FILTER (WHERE state = 'running') AS running,
         extract(epoch FROM now() - min(created_at) FILTER (WHERE state = 'waiting')) AS oldest
       FROM reference_asset_jobs`,
    );
    return {
      waiting: Number(row?.waiting ?? 0),
      running: Number(row?.running ?? 0),
      oldestSeconds: Math.round(Number(row?.oldest ?? 0)),
    };
  },
});
export type JobTable = ReturnType<typeof createJobTable>;
