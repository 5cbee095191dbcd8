/** Vectors of a new embedding model being made beside those of the old one, which answer until all are there. */
export interface Reindex {
  from: string;
  to: string;
  done: number;
  total: number;
  /** ISO 8601; the end is estimated at the rate so far, null before the first vector. */
  startedAt: string;
  estimatedEndAt: string | null;
}

/** What a reconcile looks for and mends, as its report counts it. */
export const mendedThings = [
  'newAssets',
  /** Files that a restored backup gave new ids, found again. */
  'relinked',
  /** Files whose bytes changed or went behind our back. */
  'changedBytes',
  'lostAssets',
  'analyses',
  /** Assets whose words an older model or prompt wrote. */
  'outdatedWords',
  'words',
  'indexes',
  'comparisons',
  /** Merges that could no longer be undone, and were made final. */
  'finalMerges',
  /** What was told to somebody long ago, and is forgotten. */
  'oldDeliveries',
  'videos',
  'orphanBeats',
  'orphanFiles',
  'freedHolds',
] as const;
/** What a reconcile found and mended, each with how many. */
export type Mended = Record<(typeof mendedThings)[number], number>;

/** GET /reference-assets/status — what runs, with what, and what is missing, for the status page. */
export interface SystemStatus {
  version: string;
  database: { version: string; pgvector: string | null; embedded: boolean };
  jobs: {
    engine: 'in-process' | 'bullmq';
    waiting: number;
    running: number;
    failed: number;
    oldestSeconds: number;
  };
  encoder: { state: string; model: string; dimension: number; reason?: string };
  search: {
    vectors: string | null;
    words: true;
    notice?: string;
    /** How each model's vectors are searched, and why. Units: `exactMs` is a measured scan of all rows. */
    indexes: {
      model: string;
      rows: number;
      way: 'exact' | 'graph';
      exactMs: number | null;
      reason: string;
    }[];
  };
  /** null while no new embedding model is on its way. */
  reindex: Reindex | null;
  /** Choices of the matcher in all beats, and how many of them a person changed. */
  matching: { chosen: number; overridden: number; overrideRate: number };
  media: { ffmpeg: string | null; ffprobe: string | null; reason?: string };
  library: { total: number; byStatus: Record<string, number> };
  videos: { total: number; byStatus: Record<string, number> };
  /** What the last reconcile found and mended; null before the first one has ended. */
  reconciled: { at: string; seconds: number; mended: Record<string, number> } | null;
  /** `notice`: a model that its vendor is about to end. */
  tiers: { tier: string; available: boolean; reason?: string; notice?: string }[];
  /** Vendors with a key; `paused`: they take no orders until somebody sees to credit, quota or key. */
  providers: {
    provider: string;
    /** Orders under way. */
    waiting: number;
    /** Orders of which nobody knows what became; their price is held. */
    unknown: number;
    /** What an operator should see to: a model of it that is about to end. */
    notice?: string;
    paused?: { code: string; message: string; since: string; until: string };
  }[];
}
