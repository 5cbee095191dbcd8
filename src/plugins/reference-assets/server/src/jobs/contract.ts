import type { Job, JobKind } from '../../../shared/contracts/jobs';
import type { Shortage } from '../../../shared/contracts/money';

/** How a job ended that did not throw. */
export type JobOutcome = { done: true } | { skipped: string } | { laterMs: number };
export const done: JobOutcome = { done: true };
export const skipped = (reason: string): JobOutcome => ({ skipped: reason });
/** Nothing to do for now: the job gives its slot back and is started afresh after `ms`. */
export const later = (ms: number): JobOutcome => ({ laterMs: Math.max(0, Math.round(ms)) });

/** What a handler is told beside its job. */
export interface JobContext {
  /** Counts from 1. */
  attempt: number;
  /** Aborted when the process is asked to end. */
  signal: AbortSignal;
}

type JobOf<K extends JobKind> = Extract<Job, { kind: K }>;

/** One kind of job: the work, and what to write where people look when it has failed for good. */
export interface JobHandler<K extends JobKind = JobKind> {
  run(job: JobOf<K>, context: JobContext): Promise<JobOutcome>;
  failed(job: JobOf<K>, error: JobFailure): Promise<void>;
  /** Says where people look that it is tried again later, and why. */
  delayed?(job: JobOf<K>, error: JobFailure): Promise<void>;
}
export type JobHandlers = { [K in JobKind]: JobHandler<K> };

/** Why a job failed for good, in words that may be shown. */
export interface JobFailure {
  code: string;
  message: string;
  /** By how much an account did not cover it. */
  shortage?: Shortage;
}

/** Jobs of one lane share its limit; lanes do not wait for each other. */
export const lanes = [
  'analysis',
  'comparison',
  'video',
  'vendor',
  'import',
  'notice',
  'upkeep',
] as const;
export type Lane = (typeof lanes)[number];

export const laneOf: Record<JobKind, Lane> = {
  'asset.analyse': 'analysis',
  'asset.compare': 'comparison',
  'video.plan': 'video',
  'beat.storyboard': 'video',
  'beat.overlay': 'video',
  'beat.animate': 'video',
  'video.music': 'video',
  'video.assemble': 'video',
  'video.proof': 'video',
  'logo.apply': 'video',
  'vendor.call': 'vendor',
  'library.import': 'import',
  'notice.deliver': 'notice',
  'library.reconcile': 'upkeep',
};

export interface RingOptions {
  /** Higher comes first. */
  priority?: number;
  delayMs?: number;
}

/** The doorbell: says that a job may be owed. */
export interface JobProducer {
  ring(job: Job, options?: RingOptions): Promise<void>;
}

/** An engine that carries jobs from the doorbell to the handlers. */
export interface JobEngine extends JobProducer {
  start(handlers: JobHandlers): Promise<void>;
  /** Ends after the jobs under way were given up or ended. */
  stop(): Promise<void>;
  /**
   * Calls whenever a job of any process begins or ends, until the engine stops. One whose jobs all run in this process
   * has nothing to tell: their rows ring for themselves.
   */
  follow(heard: () => void): void;
  counts(): Promise<{ waiting: number; running: number; oldestSeconds: number }>;
}

/** Every job is tried so often, however it fails. */
export const maxAttempts = 5;

/** Waiting time before the next attempt, ms: 2 s, 4 s, 8 s … 1 min. */
export const backoffMs = (attempt: number): number => Math.min(60_000, 1000 * 2 ** attempt);
