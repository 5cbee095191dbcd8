import { z } from 'zod';
import { documentId, paging } from './problems';

const usd = z.number().min(0).max(1_000_000);
const cap = usd.nullable().optional();

/** The name of an account: the installation's, a user's by document id, or a team's. */
export const accountName = z
  .string()
  .regex(
    /^(installation|user:[a-z0-9]{10,40}|team:[a-z0-9][a-z0-9-]{0,59})$/,
    'expected installation, user:<document id> or team:<name>',
  );

/**
 * PUT /reference-assets/accounts/:name (admin) — makes an account, or changes its caps and members.
 *
 * Units: US dollars; a cap of null is none. `members` are document ids of API users, whose videos the team pays for.
 */
export const accountEdit = z.strictObject({
  monthlyCapUsd: cap,
  videoCapUsd: cap,
  members: z.array(documentId).max(1000).optional(),
});
export type AccountEdit = z.infer<typeof accountEdit>;

/** POST /reference-assets/accounts/:name/top-up (admin) — header `Idempotency-Key` makes a repeated one count once. */
export const topUpRequest = z.strictObject({
  amountUsd: z.number().positive().max(1_000_000),
  note: z.string().trim().max(500).optional(),
});
export type TopUp = z.infer<typeof topUpRequest>;

/** POST /reference-assets/accounts/:name/corrections (admin) — a new line; what it corrects stays. */
export const correctionRequest = z.strictObject({
  amountUsd: z.number().min(-1_000_000).max(1_000_000),
  note: z.string().trim().min(3).max(500),
});
export type Correction = z.infer<typeof correctionRequest>;

/** GET /api/reference-assets/spending — the ledger's lines, newest first; of one video with `video`. */
export const spendingQuery = paging.extend({ video: documentId.optional() });

/** By what spending is summed up; a campaign is any entry of the application's own types that videos belong to. */
export const spendingGroups = ['day', 'tier', 'model', 'person', 'campaign'] as const;
export type SpendingGroup = (typeof spendingGroups)[number];

/** GET /api/reference-assets/spending/summary — sums of the ledger; `from` and `until` are days of UTC, both included. */
export const spendingSummaryQuery = z.object({
  by: z.enum(spendingGroups).default('day'),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export type SpendingSummaryQuery = z.infer<typeof spendingSummaryQuery>;

/** One sum of the ledger. `key` is null for what belongs to none: no video, no owner, no campaign. Units: US dollars. */
export interface SpendingSum {
  key: string | null;
  label: string | null;
  lines: number;
  costUsd: number;
}

/** `meta.totalUsd` of a summary: every line once, also those of a video that belongs to several campaigns. */
export interface SpendingSummary {
  sums: SpendingSum[];
  totalUsd: number;
}

/** GET /api/reference-assets/account — null where nothing is limited. Units: US dollars; null is not limited. */
export interface Account {
  name: string;
  balanceUsd: number | null;
  heldUsd: number;
  availableUsd: number | null;
  owedUsd: number;
  spentThisMonthUsd: number;
  monthlyCapUsd: number | null;
  videoCapUsd: number | null;
}

/** One line of the ledger. */
export interface SpendLine {
  step: string;
  provider: string;
  model: string;
  units: number;
  unitUsd: number;
  costUsd: number;
  video: string | null;
  beat: string | null;
  asset: string | null;
  providerJobId: string | null;
  note: string | null;
  at: string;
}

/** What a refused reservation lacked. Units: US dollars. */
export interface Shortage {
  requiredUsd: number;
  availableUsd: number;
  missingUsd: number;
  /** Which limit was met first. */
  limit: 'balance' | 'monthly-cap' | 'video-cap';
}

/**
 * Where a call to a vendor stands.
 *
 * owed → creating (noted before the wire) → submitted → succeeded (paid, result at the vendor) → collected.
 * It ends as `collected`, `failed` (`dismissed` once a person tries again), `canceled`, or `unknown`: nobody can tell
 * whether the vendor took it.
 */
export type VendorJobState =
  | 'owed'
  | 'creating'
  | 'submitted'
  | 'succeeded'
  | 'collected'
  | 'failed'
  | 'dismissed'
  | 'canceled'
  | 'unknown';

/** States in which something is still to come without anybody asking. */
export const liveStates: readonly VendorJobState[] = ['owed', 'creating', 'submitted', 'succeeded'];
