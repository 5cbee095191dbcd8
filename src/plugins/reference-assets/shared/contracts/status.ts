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
  search: { vectors: string | null; words: true; notice?: string };
  media: { ffmpeg: string | null; ffprobe: string | null; reason?: string };
  library: { total: number; byStatus: Record<string, number> };
  videos: { total: number; byStatus: Record<string, number> };
  /** What the last reconcile found and mended; null before the first one has ended. */
  reconciled: { at: string; seconds: number; mended: Record<string, number> } | null;
  tiers: { tier: string; available: boolean; reason?: string }[];
}
