import { z } from 'zod';
import { logoStyle } from './logo';
import { documentId, paging } from './problems';
import { videoStatus } from './video-states';
import { aspectMismatch, aspectRatio, qualityTier, resolution, stopPoint } from './vocabulary';

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
