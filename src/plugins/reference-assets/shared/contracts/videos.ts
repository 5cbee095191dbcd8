import { z } from 'zod';
import type { Asset, MediaRef } from './assets';
import { logoStyle, type LogoStyle } from './logo';
import type { Disclosure } from './disclosure';
import { documentId, paging } from './problems';
import type { BeatCopy, Transition, VideoSpec } from './spec';
import {
  aspectMismatch,
  aspectRatio,
  assetType,
  assetTypes,
  mood,
  qualityTier,
  resolution,
  shotType,
  stopPoint,
  type AssetType,
} from './vocabulary';

/** The phases of a video; see the state machine in `video/stages`. */
export const videoStatuses = [
  'queued',
  'planning',
  'awaiting_plan',
  'storyboarding',
  'awaiting_storyboard',
  'animating',
  'assembling',
  'in_review',
  'changes_requested',
  'approved',
  'rejected',
  'failed',
  'canceled',
] as const;
export const videoStatus = z.enum(videoStatuses);
export type VideoStatus = z.infer<typeof videoStatus>;

export const beatStatuses = [
  'planned',
  'rendering',
  'still_ready',
  'ready',
  'animating',
  'done',
  'failed',
] as const;
export type BeatStatus = (typeof beatStatuses)[number];

const modelName = z.string().trim().min(1).max(60);

/** 5 to 60 whole seconds. */
const durationSeconds = z.number().int().min(5).max(60);

/** POST /api/video-generations/estimate — the same fields as the creation; the price of what it would make. */
export const videoRequest = z.strictObject({
  prompt: z.string().trim().min(3).max(4000),
  durationSeconds: durationSeconds.default(15),
  qualityTier: qualityTier.default('animatic'),
  aspectRatio: aspectRatio.default('16:9'),
  resolution: resolution.default('720p'),
  referenceAssetIds: z.array(documentId).max(50).default([]),
  stopAfter: stopPoint.default('video'),
  /** For pictures of another shape than the frame; unset: as the installation says. */
  aspectMismatch: aspectMismatch.nullish(),
  logoStyle: logoStyle.nullish(),
  /** Words that stand small on every frame, e.g. "Made with AI"; unset: as the installation says. */
  label: z.string().trim().min(1).max(60).nullish(),
  /** Models instead of the tier's own, by their names in the registry. */
  models: z
    .strictObject({ image: modelName, video: modelName, music: modelName })
    .partial()
    .nullish(),
  /** Whether the tier's fallback models may be used when its first ones fail; which was used is shown. */
  allowFallback: z.boolean().default(false),
});
export type VideoRequest = z.infer<typeof videoRequest>;

/** POST /api/video-generations — header `Idempotency-Key` makes a repeated request return the first one's video. */
export const videoCreation = z.strictObject({ data: videoRequest });
export const idempotencyKey = z.string().trim().min(1).max(200);

/** A switch in a query, or in GraphQL. */
export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((word) => word === 'true'),
]);

/** GET /api/video-generations — with `published` only what is public, as a website shows it. */
export const videoList = paging.extend({
  status: videoStatus.optional(),
  published: flag.optional(),
});
/** GET /api/video-generations/:id — with `published` the public version, whoever asks. */
export const videoLook = z.object({ published: flag.optional() });

/** POST /api/video-generations/:id/reference-mapping — the assets of one beat, by hand; an empty list forbids all. */
export const mappingRequest = z.strictObject({
  beatId: documentId,
  assetIds: z.array(documentId).max(12),
  /** Assets that must not be matched to this beat again. */
  excludedAssetIds: z.array(documentId).max(100).optional(),
});

/** POST /api/reference-assets/match — the assets that suit a beat, role by role. */
export const matchRequest = z.strictObject({
  beat: z.strictObject({
    shotType,
    action: z.string().trim().min(1).max(1000),
    mood: mood.optional(),
    name: z.string().trim().max(200).optional(),
  }),
  product: z.string().trim().max(200).optional(),
  limit: z.number().int().min(1).max(20).default(3),
});

/** Parts of a match score, each 0–1 before weighting. */
export interface ScoreParts {
  semantic: number | null;
  words: number;
  shotType: number;
  role: number;
  name: number;
  rights: number;
  use: number;
}

export interface MatchCandidateView {
  asset: Asset;
  score: number;
  /** How sure the match is, calibrated on the evaluation set. */
  confidence: number;
  parts: ScoreParts;
  reasons: string[];
}
export type MatchReply = Record<AssetType, MatchCandidateView[]> & {
  confidence: number;
  firstDesignConfidence: number;
};

/** What a beat uses in one role, and what else it could use. */
export interface Reference<A = Asset> {
  asset: A;
  score: number;
  reasons: string[];
  /** What its score is made of; beats planned by older code have none. */
  parts?: ScoreParts;
  alternatives: { asset: A; score: number; reasons: string[]; parts?: ScoreParts }[];
  manual: boolean;
}
export type References<A = Asset> = Partial<Record<AssetType, Reference<A> | null>>;

export interface Beat {
  documentId: string;
  order: number;
  name: string;
  startSeconds: number;
  durationSeconds: number;
  shotType: z.infer<typeof shotType>;
  action: string;
  mood: string;
  cameraMovement: string;
  prompt: string;
  status: BeatStatus;
  confidence: number | null;
  references: References;
  still: MediaRef | null;
  stillWithLogo: MediaRef | null;
  clips: MediaRef[];
  notes: string[];
  copy: BeatCopy | null;
  transition: Transition | null;
  attempts: number;
  costUsd: number;
  error: { code: string; message: string } | null;
}

/** One line of a price: `units` × `unitUsd`, by which provider and model. */
export interface PriceLine {
  step: 'analysis' | 'plan' | 'still' | 'clip' | 'music' | 'assembly';
  provider: string;
  model: string;
  units: number;
  unitUsd: number;
  totalUsd: number;
}
export interface Quote {
  estimatedCostUsd: number;
  breakdown: PriceLine[];
  /** What the account has left in US dollars; null where nothing is limited. */
  credits: { availableUsd: number } | null;
}

/** One line of the quality report: what was promised, what the file says. */
export interface QualityCheck {
  name: string;
  expected: string | number | boolean;
  actual: string | number | boolean;
  passed: boolean;
  /** It asks for a look and keeps nothing from review. */
  advisory?: true;
  /** The beat it is about; without it the check is about the whole video. */
  beatId?: string;
}
export interface QualityReport {
  passed: boolean;
  checks: QualityCheck[];
}

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
  error: { code: string; message: string; step?: string } | null;
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

export { assetType, assetTypes };
