import type { JobProducer } from '../../jobs/contract';
import type { Marks } from '../../media/disclosure/marks';
import type { MediaWorker } from '../../media/media-worker';
import type { Purse } from '../../money/purse';
import type { GenerationProvider } from '../../providers/generation-ports';
import type { Moderator } from '../../providers/language-ports';
import type { ModelRow } from '../../../../shared/contracts/models';
import type { Stores } from '../../stores';
import type { VideoRow } from '../../stores/video-rows';
import type { Advance } from '../advance';
import type { QuestionBooks } from './question-books';

/** What calls to vendors are carried with. */
export interface PaidNeeds extends Pick<
  Stores,
  | 'vendorJobs'
  | 'pauses'
  | 'videos'
  | 'beats'
  | 'assets'
  | 'files'
  | 'generated'
  | 'ledger'
  | 'transaction'
> {
  purse: Purse;
  /** What is written down of questions to language models. */
  books: QuestionBooks;
  jobs: JobProducer;
  media: MediaWorker;
  /** Tells in results how they came about. */
  marks: Marks;
  advance: Advance;
  /** Vendors that are configured, by name. */
  vendors: ReadonlyMap<string, GenerationProvider>;
  models: ReadonlyMap<string, ModelRow>;
  /** Looks at prompts and pictures before they are paid for; null where none is configured. */
  moderator: Moderator | null;
  /** Names this process, and tells of another whether it has ended. */
  holder: string;
  isGone(holder: string): boolean;
  /** The model that may stand in for a step's own on a video, where that is allowed and there is one. */
  standInFor(video: VideoRow, step: 'still' | 'clip'): string | undefined;
  /** Where a vendor may report to. */
  webhookUrl(provider: string, nonce: string): string | undefined;
  /** Waiting time between two looks at a job, about; see `check-call.ts`. */
  pollMs: number;
  log: { info(message: string): void; warn(message: string): void; error(message: string): void };
}
