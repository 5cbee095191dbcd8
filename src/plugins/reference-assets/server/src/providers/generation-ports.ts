import type { ModelRow } from '../../../shared/contracts/models';
import type { AspectRatio, AssetType } from '../../../shared/contracts/vocabulary';
import type { ProviderError } from '../errors';

/** A picture that shows what must look alike, and what it stands for. */
export interface ReferencePicture {
  path: string;
  role: AssetType;
}

/**
 * One thing to be made by a model, in our words; the row says what the vendor calls them.
 *
 * Shape: pictures are paths of JPEG, PNG or WebP files; what the row has no field for must be left out.
 * Units: `durationSeconds` is one of the row's billed lengths.
 */
export interface GenerationRequest {
  model: ModelRow;
  prompt: string;
  negativePrompt?: string;
  firstFrame?: string;
  lastFrame?: string;
  references: readonly ReferencePicture[];
  controlImage?: string;
  durationSeconds?: number;
  aspectRatio: AspectRatio;
  /** One of the row's; its first when left out. */
  resolution?: string;
  seed?: number;
  /** Names this attempt at the vendor: the same in every look-up, never used for another. */
  nonce: string;
  /** Where the vendor reports to, on an address it can reach; it carries the nonce. */
  webhookUrl?: string;
}

/**
 * How a job at a vendor stands. `isPaid`: it was made and is charged for, though its result cannot be had.
 *
 * Units: `seconds` of machine time that the vendor says it took.
 */
export type GenerationState =
  | { state: 'running' }
  | { state: 'succeeded'; outputs: string[]; seconds?: number }
  | { state: 'failed'; failure: ProviderError; isPaid?: boolean; seconds?: number }
  | { state: 'canceled'; seconds?: number };

/** What a create was about whose reply never came. */
export interface LostCreate {
  request: GenerationRequest;
  /** When it was sent, at the earliest. */
  since: Date;
  /** Whether a job at the vendor is known to belong to something else. */
  isKnown(jobId: string): Promise<boolean>;
}

/** What a result must be. */
export type OutputKind = 'image' | 'video' | 'audio';

/** A result on our disk, checked. */
export interface DownloadedFile {
  path: string;
  mime: string;
  /** With the dot. */
  ext: string;
  sizeBytes: number;
}

/**
 * A vendor that makes stills, clips or music in jobs of its own.
 *
 * Every method throws `ProviderError` and gives up when `signal` says so.
 */
export interface GenerationProvider {
  readonly provider: 'replicate' | 'google';
  /** Whether {@link find} can look a lost create up at all. */
  readonly canFind: boolean;
  /** Whether a job under way can be ended; where not, {@link cancel} does nothing. */
  readonly canCancel: boolean;
  /** Exactly one create on the wire a call. Throws: with `outcomeUnknown` when the vendor may have taken it all the same. */
  submit(request: GenerationRequest, signal?: AbortSignal): Promise<{ jobId: string }>;
  /** The job that a lost create began; null when the vendor has none. Throws: when that cannot be told now, or not for sure. */
  find(lost: LostCreate, signal?: AbortSignal): Promise<{ jobId: string } | null>;
  /** Never rejects for a job that merely failed: that is a state. */
  check(jobId: string, signal?: AbortSignal): Promise<GenerationState>;
  /** Asks the vendor to end a job; one that has ended already is no error. */
  cancel(jobId: string, signal?: AbortSignal): Promise<void>;
  /** What the vendor signs its reports with, where it tells. */
  reportSecret?(signal?: AbortSignal): Promise<string>;
  /** Brings one output into `folder`. Throws: `expired` when the vendor has removed it. */
  download(
    output: string,
    folder: string,
    expected: OutputKind,
    signal?: AbortSignal,
  ): Promise<DownloadedFile>;
}

/** What may be done how often at a vendor, counted for all processes together. */
export interface RateLimiter {
  /** Waits for a turn. Throws: `ProviderError` `rate-limited` with `retryAfterMs` when the turn is too far off to wait for. */
  take(lane: RateLane, signal?: AbortSignal): Promise<void>;
  /** Closes a lane for everybody: the vendor said so. */
  pause(lane: RateLane, forMs: number): Promise<void>;
}

/** Creates and everything else are limited apart. */
export type RateLane = 'replicate.create' | 'replicate.read' | 'google.create' | 'google.read';

/** Where the limiter keeps its count, for all processes together. */
export interface RateLedger {
  /** Reserves the next turn and says when it comes; reserves none that is further off than `patienceMs`. */
  reserve(lane: RateLane, limit: RateLimit, patienceMs: number): Promise<{ waitMs: number }>;
  /** Lets no turn come before `forMs` have passed; from then on they come one by one. */
  pause(lane: RateLane, limit: RateLimit, forMs: number): Promise<void>;
}

/** A bucket of `burst` turns, refilled with `perMinute`. */
export interface RateLimit {
  perMinute: number;
  burst: number;
}
