import type { VendorJobState } from '../../../../shared/contracts/money';
import type { PriceLine } from '../../../../shared/contracts/prices';
import type { StepError } from '../video-rows';

/** One attempt at one paid thing. Units: US dollars; `seconds` of the vendor's machine. */
export interface VendorJobRow {
  /** Also the nonce that the vendor is told. */
  id: string;
  /** Names the paid thing; its attempts count from 1. */
  callKey: string;
  attempt: number;
  /** A person's retry begins a new round of attempts. */
  round: number;
  provider: string;
  model: string;
  step: PriceLine['step'];
  state: VendorJobState;
  /** false: the video was canceled meanwhile. */
  wanted: boolean;
  video: string | null;
  beat: string | null;
  asset: string | null;
  owner: string | null;
  request: unknown;
  priceUsd: number;
  costUsd: number | null;
  providerJobId: string | null;
  outputs: unknown;
  seconds: number | null;
  error: StepError | null;
  holder: string | null;
  looks: number;
  sentAt: Date | null;
  createdAt: Date;
}

export type NewVendorJob = Pick<
  VendorJobRow,
  | 'id'
  | 'callKey'
  | 'attempt'
  | 'round'
  | 'provider'
  | 'model'
  | 'step'
  | 'video'
  | 'beat'
  | 'asset'
  | 'owner'
  | 'request'
  | 'priceUsd'
>;

/** Columns that change during a job's life. */
export type VendorJobChange = Partial<
  Pick<
    VendorJobRow,
    | 'state'
    | 'wanted'
    | 'providerJobId'
    | 'outputs'
    | 'seconds'
    | 'error'
    | 'costUsd'
    | 'holder'
    | 'looks'
  >
> & { sentNow?: boolean; endedNow?: boolean; lookInMs?: number };

// Strapi turns the driver's own parsing of JSON off, so JSON is asked for as text.
/** Columns of a job, by their names in {@link VendorJobRow}. */
export const columns = `id, call_key AS "callKey", attempt, round, provider, model, step, state, wanted, video, beat, asset,
  owner, request::text AS request, price_usd AS "priceUsd", cost_usd AS "costUsd",
  provider_job_id AS "providerJobId", outputs::text AS outputs, seconds, error::text AS error, holder, looks,
  sent_at AS "sentAt", created_at AS "createdAt"`;

/** A job as the driver gives it. */
export type Raw = Omit<VendorJobRow, 'request' | 'outputs' | 'error' | 'priceUsd' | 'costUsd'> &
  Record<'request' | 'priceUsd', string> &
  Record<'outputs' | 'error' | 'costUsd', string | null>;

/** A job of what the driver gives. */
export const toRow = (raw: Raw): VendorJobRow => ({
  ...raw,
  request: JSON.parse(raw.request) as unknown,
  outputs: raw.outputs === null ? null : (JSON.parse(raw.outputs) as unknown),
  error: raw.error === null ? null : (JSON.parse(raw.error) as StepError),
  priceUsd: Number(raw.priceUsd),
  costUsd: raw.costUsd === null ? null : Number(raw.costUsd),
});

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** The SET clause of a change: fixed column names, bound values. */
export const assignments = (change: VendorJobChange): { text: string; bindings: unknown[] } => {
  const parts: [string, unknown[]][] = [];
  const put = (column: string, value: unknown) => parts.push([`${column} = ?`, [value]]);
  if (change.state !== undefined) put('state', change.state);
  if (change.wanted !== undefined) put('wanted', change.wanted);
  if (change.providerJobId !== undefined) put('provider_job_id', change.providerJobId);
  if (change.seconds !== undefined) put('seconds', change.seconds);
  if (change.costUsd !== undefined) put('cost_usd', change.costUsd);
  if (change.holder !== undefined) put('holder', change.holder);
  if (change.looks !== undefined) put('looks', change.looks);
  if (change.outputs !== undefined) parts.push(['outputs = ?::jsonb', [json(change.outputs)]]);
  if (change.error !== undefined) parts.push(['error = ?::jsonb', [json(change.error)]]);
  if (change.sentNow) parts.push(['sent_at = now()', []]);
  if (change.endedNow) parts.push(['ended_at = now()', []]);
  parts.push([`look_at = now() + ? * interval '1 millisecond'`, [change.lookInMs ?? 0]]);
  return {
    text: parts.map(([text]) => text).join(', '),
    bindings: parts.flatMap(([, bindings]) => bindings),
  };
};
