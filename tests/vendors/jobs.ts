import { randomBytes } from 'node:crypto';
import type { MediaResult } from './media-results';
import type { JobFault } from './misbehaviour';

/** A job at a vendor. Units: ms of the clock; `machineSeconds` as it is billed. */
export interface VendorJob {
  id: string;
  vendor: 'replicate' | 'google';
  model: string;
  input: Record<string, unknown>;
  version?: string;
  webhook?: string;
  createdAt: number;
  startsAt: number;
  endsAt: number;
  canceledAt?: number;
  fault?: JobFault;
  /** Charged when it ends well. */
  priceUsd: number;
  bySecond: boolean;
  machineSeconds: number;
  list: boolean;
  result: Promise<MediaResult>;
}

export type JobStatus = 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled' | 'aborted';

/** How a job stands at a time. */
export const statusOf = (job: VendorJob, now: number): JobStatus => {
  if (job.canceledAt !== undefined) return 'canceled';
  if (now < job.startsAt) return 'starting';
  if (job.fault?.kind === 'never-ends' || now < job.endsAt) return 'processing';
  if (job.fault?.kind === 'aborted') return 'aborted';
  if (job.fault?.kind === 'canceled') return 'canceled';
  return job.fault?.kind === 'fails' || job.fault?.kind === 'filtered' ? 'failed' : 'succeeded';
};

/** Machine time that a job took, s; undefined for one that took none. */
export const secondsOf = (job: VendorJob, now: number): number | undefined => {
  const status = statusOf(job, now);
  if (status === 'succeeded') return job.machineSeconds;
  if (status !== 'canceled') return undefined;
  const end = job.canceledAt ?? job.endsAt;
  if (end <= job.startsAt) return undefined;
  const share = Math.min(1, (end - job.startsAt) / Math.max(1, job.endsAt - job.startsAt));
  return Math.max(0.001, Number((share * job.machineSeconds).toFixed(3)));
};

/**
 * What a job has cost by now, US dollars: what it made or, canceled on its way, what it had begun; nothing for what
 * failed or never started.
 */
export const chargeOf = (job: VendorJob, now: number): number => {
  const seconds = secondsOf(job, now);
  if (seconds === undefined) return 0;
  return job.bySecond ? (job.priceUsd / job.machineSeconds) * seconds : job.priceUsd;
};

/** A job's id as the vendor writes them. */
export const newJobId = (): string => randomBytes(13).toString('hex');
