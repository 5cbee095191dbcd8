import type { RunSql } from './sql';

/** A bucket of `burst` turns, refilled with `perMinute`. */
interface Limit {
  perMinute: number;
  burst: number;
}

/** When the next turn of a lane would come, as SQL over `free_at` and two bindings: interval and burst, ms. */
const turn = `GREATEST(free_at, clock_timestamp()) - ? * interval '1 millisecond'`;

/**
 * How often which vendor was asked, one row a lane for all processes (generic cell rate algorithm).
 *
 * `free_at` is when the bucket is full again. A reservation moves it by one interval; the turn comes as soon as the
 * bucket is short by `burst` at most. The row's lock puts processes that ask at once in order.
 */
export const createRateLimits = (sql: RunSql) => {
  const ensure = (lane: string) =>
    sql(
      `INSERT INTO reference_asset_rate_limits (lane, free_at) VALUES (?, clock_timestamp()) ON CONFLICT (lane) DO NOTHING`,
      [lane],
    );
  const timesOf = ({ perMinute, burst }: Limit) => {
    const intervalMs = 60_000 / perMinute;
    return { intervalMs, slackMs: intervalMs * (burst - 1) };
  };

  return {
    /** Reserves the next turn unless it is further off than `patienceMs`; says how far off it is. */
    async reserve(lane: string, limit: Limit, patienceMs: number): Promise<{ waitMs: number }> {
      const { intervalMs, slackMs } = timesOf(limit);
      await ensure(lane);
      const [reserved] = await sql<{ wait: number }>(
        `UPDATE reference_asset_rate_limits
         SET free_at = GREATEST(free_at, clock_timestamp()) + ? * interval '1 millisecond'
         WHERE lane = ? AND ${turn} <= clock_timestamp() + ? * interval '1 millisecond'
         RETURNING 1000 * extract(epoch FROM free_at - clock_timestamp())::float8 - ? AS wait`,
        [intervalMs, lane, slackMs, patienceMs, intervalMs + slackMs],
      );
      if (reserved) return { waitMs: Math.max(0, Math.ceil(Number(reserved.wait))) };
      const [row] = await sql<{ wait: number }>(
        `SELECT 1000 * extract(epoch FROM ${turn} - clock_timestamp())::float8 AS wait
         FROM reference_asset_rate_limits WHERE lane = ?`,
        [slackMs, lane],
      );
      return { waitMs: Math.max(patienceMs + 1, Math.ceil(Number(row?.wait ?? 0))) };
    },

    /** Empties the bucket so that the next turn comes in `forMs`, and then one an interval. */
    async pause(lane: string, limit: Limit, forMs: number): Promise<void> {
      await ensure(lane);
      await sql(
        `UPDATE reference_asset_rate_limits
         SET free_at = GREATEST(free_at, clock_timestamp() + ? * interval '1 millisecond') WHERE lane = ?`,
        [forMs + timesOf(limit).slackMs, lane],
      );
    },
  };
};
export type RateLimits = ReturnType<typeof createRateLimits>;
