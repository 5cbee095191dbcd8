import { liveStates, type VendorJobState } from '../../../../shared/contracts/money';
import type { RunSql } from '../sql';
import {
  assignments,
  columns,
  toRow,
  type NewVendorJob,
  type Raw,
  type VendorJobChange,
  type VendorJobRow,
} from './vendor-job-rows';

export type { NewVendorJob, VendorJobChange, VendorJobRow } from './vendor-job-rows';

/** Every call to a vendor that is paid for: written before the wire, so that no crash can forget one. */
export const createVendorJobs = (sql: RunSql) => {
  const rows = async (where: string, bindings: readonly unknown[]): Promise<VendorJobRow[]> =>
    (
      await sql<Raw>(`SELECT ${columns} FROM reference_asset_vendor_jobs WHERE ${where}`, bindings)
    ).map(toRow);
  const count = async (where: string, bindings: readonly unknown[]): Promise<number> => {
    const [row] = await sql<{ count: string }>(
      `SELECT count(*) AS count FROM reference_asset_vendor_jobs WHERE ${where}`,
      bindings,
    );
    return Number(row?.count ?? 0);
  };
  return {
    find: async (id: string): Promise<VendorJobRow | null> =>
      (await rows('id = ?', [id]))[0] ?? null,

    /** The last attempt at a paid thing. */
    last: async (callKey: string): Promise<VendorJobRow | null> =>
      (await rows('call_key = ? ORDER BY attempt DESC LIMIT 1', [callKey]))[0] ?? null,

    ofProviderJob: async (provider: string, jobId: string): Promise<VendorJobRow | null> =>
      (await rows('provider = ? AND provider_job_id = ?', [provider, jobId]))[0] ?? null,

    liveOf: (video: string): Promise<VendorJobRow[]> =>
      rows('video = ? AND state = ANY(?) ORDER BY created_at', [video, [...liveStates]]),

    ofVideo: (video: string): Promise<VendorJobRow[]> =>
      rows('video = ? ORDER BY created_at', [video]),

    /** How many attempts a round has had. */
    attemptsIn: (callKey: string, round: number): Promise<number> =>
      count('call_key = ? AND round = ?', [callKey, round]),

    /** How many attempts at a thing failed with one of some codes, and nobody has dismissed. */
    failedWith: (callKey: string, codes: readonly string[]): Promise<number> =>
      count(`call_key = ? AND state = 'failed' AND error->>'code' = ANY(?)`, [callKey, [...codes]]),

    /** Adds an attempt; false when another process added it first. */
    async add(job: NewVendorJob): Promise<boolean> {
      const { id, callKey, attempt, round, provider, model, step, video, beat, asset, owner } = job;
      const made = await sql(
        `INSERT INTO reference_asset_vendor_jobs
           (id, call_key, attempt, round, provider, model, step, state, video, beat, asset, owner, request, price_usd)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'owed', ?, ?, ?, ?, ?::jsonb, ?)
         ON CONFLICT (call_key, attempt) DO NOTHING RETURNING id`,
        [
          ...[id, callKey, attempt, round, provider, model, step, video, beat, asset, owner],
          JSON.stringify(job.request),
          job.priceUsd,
        ],
      );
      return made.length > 0;
    },

    /** Changes a job that is in one of some states; false when it is not. */
    async change(
      id: string,
      from: readonly VendorJobState[],
      change: VendorJobChange,
    ): Promise<boolean> {
      const { text, bindings } = assignments(change);
      const changed = await sql(
        `UPDATE reference_asset_vendor_jobs SET ${text} WHERE id = ? AND state = ANY(?) RETURNING id`,
        [...bindings, id, [...from]],
      );
      return changed.length > 0;
    },

    /** Jobs whose next look is overdue, whatever became of the bell that was to ring for it. */
    async overdue(lateMs: number, limit: number): Promise<string[]> {
      const due = await sql<{ id: string }>(
        `SELECT id FROM reference_asset_vendor_jobs
         WHERE state = ANY(?) AND look_at < now() - ? * interval '1 millisecond' ORDER BY look_at LIMIT ?`,
        [[...liveStates], lateMs, limit],
      );
      return due.map((row) => row.id);
    },

    /** Orders that a vendor has not been sent yet, oldest first; they are due at once. */
    async owedTo(provider: string): Promise<string[]> {
      const due = await sql<{ id: string }>(
        `UPDATE reference_asset_vendor_jobs SET look_at = now() WHERE provider = ? AND state = 'owed' RETURNING id`,
        [provider],
      );
      return due.map((row) => row.id);
    },

    /** Says that live jobs of a video are not wanted any more; returns them. */
    async unwant(video: string): Promise<string[]> {
      const changed = await sql<{ id: string }>(
        `UPDATE reference_asset_vendor_jobs SET wanted = false, look_at = now()
         WHERE video = ? AND state = ANY(?) RETURNING id`,
        [video, [...liveStates]],
      );
      return changed.map((row) => row.id);
    },

    /** Says that jobs are wanted again: the video was taken up before they ended. */
    async want(callKey: string): Promise<void> {
      await sql(
        `UPDATE reference_asset_vendor_jobs SET wanted = true WHERE call_key = ? AND state = ANY(?)`,
        [callKey, [...liveStates]],
      );
    },

    /** A person tries a video again: its failed music is ordered anew, and what was lost of its plan asked anew. */
    async dismiss(video: string): Promise<void> {
      const where = `video = ? AND step IN ('music', 'plan')`;
      await sql(
        `UPDATE reference_asset_vendor_jobs SET state = 'dismissed' WHERE ${where} AND state = 'failed'`,
        [video],
      );
      await sql(
        `UPDATE reference_asset_vendor_jobs SET wanted = false WHERE ${where} AND state = 'unknown'`,
        [video],
      );
    },

    /** How many orders each vendor has under way, and of how many nobody knows what became. */
    async counts(): Promise<Record<string, { live: number; unknown: number }>> {
      const found = await sql<{ provider: string; live: string; unknown: string }>(
        `SELECT provider, count(*) FILTER (WHERE state = ANY(?)) AS live,
           count(*) FILTER (WHERE state = 'unknown') AS unknown
         FROM reference_asset_vendor_jobs WHERE state = ANY(?) GROUP BY provider`,
        [[...liveStates], [...liveStates, 'unknown']],
      );
      return Object.fromEntries(
        found.map((row) => [
          row.provider,
          { live: Number(row.live), unknown: Number(row.unknown) },
        ]),
      );
    },

    /** Remembers a webhook; false when it came before. */
    async heard(id: string, provider: string): Promise<boolean> {
      await sql(`DELETE FROM reference_asset_webhooks WHERE at < now() - interval '1 day'`);
      const rows = await sql(
        `INSERT INTO reference_asset_webhooks (id, provider) VALUES (?, ?) ON CONFLICT (id) DO NOTHING RETURNING id`,
        [id, provider],
      );
      return rows.length > 0;
    },
  };
};
export type VendorJobs = ReturnType<typeof createVendorJobs>;
