import { z } from 'zod';
import type { CorrectableField } from './asset-search';

/** GET /reference-assets/dashboard (admin) — figures of the last days, today included. */
export const dashboardQuery = z.object({
  days: z.coerce.number().int().min(1).max(366).default(30),
});

/** A count with what it is of. */
export interface Tally {
  key: string;
  count: number;
}

/** How the matcher's confidence held against people. `share` of choices that a person changed, 0–1. */
export interface OverrideBand {
  /** Lower end of the band of confidence, 0–1; a band is a fifth wide. */
  from: number;
  chosen: number;
  overridden: number;
}

/** A video or order that failed, with its reason and what it is about. */
export interface FailedVideo {
  documentId: string;
  prompt: string;
  step: string | null;
  code: string;
  message: string;
  at: string;
}

/** Units: US dollars, hours, bytes, shares 0–1; null where there is nothing to work it out from. */
export interface Dashboard {
  days: number;
  videosByDay: Tally[];
  videosByStage: Tally[];
  videosByTier: Tally[];
  business: {
    ordered: number;
    finished: number;
    approved: number;
    published: number;
    /** Finished of those ordered. */
    successShare: number | null;
    /** Approved of those decided. */
    approvalShare: number | null;
    /** Of those approved, whose first version it was. */
    firstApprovalShare: number | null;
    costPerFinishedUsd: number | null;
    /** What a second of a finished video cost, whatever its length and quality. */
    costPerSecondUsd: number | null;
    hoursToVideo: number | null;
    hoursToApproval: number | null;
    versionsPerApproved: number | null;
    /** Takes beyond the first, of each beat. */
    retakesPerBeat: number | null;
    /** Of the assets chosen for beats, how many a person chose instead. */
    overrideShare: number | null;
    /** Of the assets that videos use, how many several videos use. */
    reuseShare: number | null;
    openComments: number;
  };
  matching: OverrideBand[];
  /** Of analysed assets, how many had the field corrected by a person. */
  corrections: { field: CorrectableField; analysed: number; corrected: number }[];
  /** `inVideos`: how many were about a video; the rest were about assets. */
  failures: { provider: string; code: string; count: number; inVideos: number }[];
  failed: FailedVideo[];
  queue: { waiting: number; running: number; oldestSeconds: number };
  storage: { libraryBytes: number; generatedBytes: number };
  library: {
    total: number;
    used: number;
    top: { documentId: string; name: string; count: number }[];
  };
}
