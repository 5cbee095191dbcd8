import type { VendorJob } from './jobs';
import { chargeOf, statusOf } from './jobs';
import { createMisbehaviours, type Act } from './misbehaviour';

/** How a test vendor is to work. Units: ms; a job's latency by what it makes. */
export interface VendorSettings {
  imageMs: number;
  videoMs: number;
  audioMs: number;
  /** How long a result is kept: the real one's hour. */
  keepMs: number;
  replicateToken: string;
  googleKey: string;
  webhookSecret: string;
  /** Creates a minute at Replicate before it answers 429 by itself; 0: no limit. */
  createsPerMinute: number;
  /** Whether clips are films (needs ffmpeg) or only look like some from outside. */
  films: boolean;
  ffmpeg: string;
  /** Whether predictions in lists and replies name their webhook. */
  showsWebhooks: boolean;
  /** Whether the list of jobs says what each was made from. */
  listsInputs: boolean;
}

export const standardSettings: VendorSettings = {
  imageMs: 20,
  videoMs: 40,
  audioMs: 20,
  keepMs: 3_600_000,
  replicateToken: 'r8_test_0123456789abcdef',
  googleKey: 'AIza-test-0123456789',
  webhookSecret: `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`,
  createsPerMinute: 0,
  films: false,
  ffmpeg: 'ffmpeg',
  showsWebhooks: true,
  listsInputs: true,
};

/** One request as the vendor saw it. `jobId`: what a create began, whether or not the client was told. */
export interface SeenRequest {
  vendor: 'replicate' | 'google';
  act: Act;
  path: string;
  at: number;
  headers: Record<string, string | string[] | undefined>;
  body?: any;
  jobId?: string;
}

/** Everything a test vendor knows. */
export const createVendorState = (settings: Partial<VendorSettings> = {}) => {
  const state = {
    settings: { ...standardSettings, ...settings },
    misbehaviours: createMisbehaviours(),
    jobs: new Map<string, VendorJob>(),
    files: new Map<
      string,
      { id: string; bytes: Buffer; mime: string; metadata: object; sha256: string }
    >(),
    seen: [] as SeenRequest[],
    /** Status codes the receiver of webhooks answered with. */
    webhooks: [] as { jobId: string; status: number | null }[],
  };
  return {
    ...state,
    reset(): void {
      state.misbehaviours.clear();
      for (const kept of [state.jobs, state.files]) kept.clear();
      state.seen.length = 0;
      state.webhooks.length = 0;
    },
    /** What a test asks for: counts and sums by the vendor's own books. */
    report() {
      const now = Date.now();
      const jobs = [...state.jobs.values()].map((job) => ({
        id: job.id,
        vendor: job.vendor,
        model: job.model,
        status: statusOf(job, now),
        chargeUsd: chargeOf(job, now),
        createdAt: job.createdAt,
        prompt: job.input.prompt as string,
        input: job.input,
      }));
      const count = (act: Act) => state.seen.filter((one) => one.act === act).length;
      return {
        jobs,
        chargedUsd: jobs.reduce((sum, one) => sum + one.chargeUsd, 0),
        requests: {
          create: count('create'),
          check: count('check'),
          list: count('list'),
          cancel: count('cancel'),
          upload: count('upload'),
          file: count('file'),
          download: count('download'),
        },
        webhooks: [...state.webhooks],
      };
    },
  };
};
export type VendorState = ReturnType<typeof createVendorState>;
export type VendorReport = ReturnType<VendorState['report']>;
