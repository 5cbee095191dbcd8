import type { Delivery, DeliveryProblem } from '../../../shared/contracts/notices';
import type { RunSql } from './sql';

/** What is to be told, as the one who tells it needs it. */
export interface DeliveryRow {
  id: string;
  channel: Delivery['channel'];
  target: string;
  event: string;
  data: unknown;
  /** When it happened, ISO 8601. */
  at: string;
  /** Counts from 1 with the attempt under way. */
  attempts: number;
  /** Addresses that were written to already. */
  told: string[];
}

/** How an attempt ended. */
export interface DeliveryResult {
  state: Delivery['state'];
  status: number | null;
  problem: DeliveryProblem | null;
  /** When it is tried again, from now, ms; only while it is owed. */
  dueInMs?: number;
}

const moment = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const shown = `id, channel, target, event, ${moment('at')} AS at, state, attempts, status, problem,
  ${moment('tried_at')} AS "triedAt", CASE WHEN state = 'owed' THEN ${moment('due_at')} END AS "nextAt"`;

const keepDays = 30;

/** What people and other systems are told, and how that went. */
export const createDeliveries = (sql: RunSql) => ({
  async add(
    delivery: Pick<DeliveryRow, 'channel' | 'target' | 'event' | 'data'>,
  ): Promise<Delivery> {
    const [row] = await sql<Delivery>(
      `INSERT INTO reference_asset_deliveries (channel, target, event, data)
       VALUES (?, ?, ?, ?::jsonb) RETURNING ${shown}`,
      [delivery.channel, delivery.target, delivery.event, JSON.stringify(delivery.data)],
    );
    return row;
  },

  /** Ids of what is to be told now. */
  async due(limit: number): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      `SELECT id FROM reference_asset_deliveries
       WHERE state = 'owed' AND due_at <= now() AND (held_until IS NULL OR held_until < now())
       ORDER BY due_at LIMIT ?`,
      [limit],
    );
    return rows.map(({ id }) => id);
  },

  /** Takes one for an attempt; null when it is not owed, not due, or in another's hands. */
  async claim(id: string, leaseMs: number): Promise<DeliveryRow | null> {
    const [row] = await sql<Omit<DeliveryRow, 'data' | 'told'> & { data: string; told: string }>(
      `UPDATE reference_asset_deliveries
       SET attempts = attempts + 1, tried_at = now(), held_until = now() + ? * interval '1 millisecond'
       WHERE id = ? AND state = 'owed' AND due_at <= now() AND (held_until IS NULL OR held_until < now())
       RETURNING id, channel, target, event, data::text AS data, ${moment('at')} AS at, attempts, told::text AS told`,
      [leaseMs, id],
    );
    return row ? { ...row, data: JSON.parse(row.data), told: JSON.parse(row.told) } : null;
  },

  async settle(id: string, { state, status, problem, dueInMs = 0 }: DeliveryResult): Promise<void> {
    await sql(
      `UPDATE reference_asset_deliveries SET state = ?, status = ?, problem = ?, held_until = NULL,
         due_at = now() + ? * interval '1 millisecond' WHERE id = ?`,
      [state, status, problem, dueInMs, id],
    );
  },

  /** Takes one back that nobody is owed. */
  async drop(id: string): Promise<void> {
    await sql('DELETE FROM reference_asset_deliveries WHERE id = ?', [id]);
  },

  /** Remembers that an address was written to, so that another attempt leaves it out. */
  async addTold(id: string, address: string): Promise<void> {
    await sql(
      `UPDATE reference_asset_deliveries SET told = told || to_jsonb(?::text) WHERE id = ?`,
      [address, id],
    );
  },

  /** Owes one anew that is over, from its first attempt on; null when there is none or it is under way. */
  async again(id: string): Promise<Delivery | null> {
    const [row] = await sql<Delivery>(
      `UPDATE reference_asset_deliveries SET state = 'owed', attempts = 0, due_at = now(), held_until = NULL,
         told = CASE WHEN state = 'delivered' THEN '[]' ELSE told END
       WHERE id = ? AND channel <> 'panel' AND (held_until IS NULL OR held_until < now()) RETURNING ${shown}`,
      [id],
    );
    return row ?? null;
  },

  async find(id: string): Promise<Delivery | null> {
    const [row] = await sql<Delivery>(
      `SELECT ${shown} FROM reference_asset_deliveries WHERE id = ?`,
      [id],
    );
    return row ?? null;
  },

  /** A page of all there are, newest first. */
  async page({
    page,
    pageSize,
  }: {
    page: number;
    pageSize: number;
  }): Promise<{ deliveries: Delivery[]; total: number }> {
    const deliveries = await sql<Delivery>(
      `SELECT ${shown} FROM reference_asset_deliveries
       WHERE channel <> 'panel' ORDER BY reference_asset_deliveries.at DESC, id OFFSET ? LIMIT ?`,
      [(page - 1) * pageSize, pageSize],
    );
    const [counted] = await sql<{ total: string }>(
      `SELECT count(*) AS total FROM reference_asset_deliveries WHERE channel <> 'panel'`,
    );
    return { deliveries, total: Number(counted.total) };
  },

  /** Forgets what nobody looks at any more; returns how many. */
  async purge(): Promise<number> {
    const rows = await sql(
      `DELETE FROM reference_asset_deliveries
       WHERE state <> 'owed' AND at < now() - interval '${keepDays} days' RETURNING id`,
    );
    return rows.length;
  },
});
export type Deliveries = ReturnType<typeof createDeliveries>;
