import { z } from 'zod';
import type { MediaRef } from './assets';
import type { Beat } from './beats';
import type { Disclosure } from './disclosure';
import type { LogoStyle } from './logo';
import { documentId } from './problems';
import type { Shortage } from './money';
import type { QualityReport } from './quality';
import type { VideoSpec } from './spec';
import { videoStatus, type VideoStatus } from './video-states';
import type { aspectMismatch, aspectRatio, qualityTier, resolution, stopPoint } from './vocabulary';

/** A video as replies show it. Units: US dollars; seconds. */
export interface Video {
  documentId: string;
  prompt: string;
  durationSeconds: number;
  aspectRatio: z.infer<typeof aspectRatio>;
  resolution: z.infer<typeof resolution>;
  aspectMismatch: z.infer<typeof aspectMismatch> | null;
  logoStyle: LogoStyle | null;
  label: string | null;
  qualityTier: z.infer<typeof qualityTier>;
  status: VideoStatus;
  stopAfter: z.infer<typeof stopPoint>;
  published: boolean;
  referenceAssetIds: string[];
  spec: VideoSpec | null;
  imageModelUsed: string | null;
  videoModelUsed: string | null;
  estimatedCostUsd: number;
  actualCostUsd: number;
  video: MediaRef | null;
  poster: MediaRef | null;
  /** WebVTT of the copy lines; null for a video without any. */
  captions: MediaRef | null;
  /** How the video came about; null until it is assembled. */
  disclosure: Disclosure | null;
  qualityReport: QualityReport | null;
  owner: string | null;
  /** Models asked for instead of the tier's own. */
  models: { image?: string; video?: string; music?: string } | null;
  allowFallback: boolean;
  /** `shortage`: by how much the account did not cover it. */
  error: { code: string; message: string; step?: string; shortage?: Shortage } | null;
  progress: { done: number; total: number };
  beats?: Beat[];
  createdAt: string;
  updatedAt: string;
}

/** A message of the event stream: what changed on a video or a beat. */
export const videoEvent = z.object({
  video: documentId,
  status: videoStatus,
  progress: z.object({ done: z.number(), total: z.number() }),
  actualCostUsd: z.number(),
  beats: z.array(z.object({ documentId, status: z.string(), error: z.unknown().nullable() })),
});
export type VideoEvent = z.infer<typeof videoEvent>;
