import type { Asset } from '../../../shared/contracts/assets';
import type { Beat, References } from '../../../shared/contracts/beats';
import type { Video } from '../../../shared/contracts/videos';
import { assetTypes, framesPerSecond } from '../../../shared/contracts/vocabulary';
import { toMediaRef } from '../stores/asset-rows';
import type { BeatRow, StoredReferences, VideoRow } from '../stores/video-rows';
import { progressOf } from './stages';

/** Document ids of every asset that references name, chosen and alternatives. */
export const referencedIds = (references: StoredReferences | null): string[] =>
  Object.values(references ?? {}).flatMap((one) =>
    one ? [one.assetId, ...one.alternatives.map((other) => other.assetId)] : [],
  );

/** Document ids of the assets that really show in a beat. */
export const usedIds = ({ references }: Pick<BeatRow, 'references'>): string[] =>
  Object.values(references ?? {}).flatMap((one) => one?.assetId ?? []);

const toReferences = (
  stored: StoredReferences | null,
  assets: ReadonlyMap<string, Asset>,
): References => {
  const shown: References = {};
  for (const role of assetTypes) {
    const one = stored?.[role];
    const asset = one && assets.get(one.assetId);
    shown[role] = asset
      ? {
          asset,
          score: one.score,
          reasons: one.reasons,
          parts: one.parts,
          manual: one.manual,
          alternatives: one.alternatives.flatMap(({ assetId, score, reasons, parts }) => {
            const other = assets.get(assetId);
            return other ? [{ asset: other, score, reasons, parts }] : [];
          }),
        }
      : null;
  }
  return shown;
};

/** A beat as replies show it; `assets` holds what its references name. */
export const toBeat = (row: BeatRow, assets: ReadonlyMap<string, Asset>): Beat => ({
  documentId: row.documentId,
  order: row.order,
  name: row.name,
  // From the frames: the columns of seconds keep two decimals, and a plan sent back in those would not add up.
  startSeconds: row.startFrame / framesPerSecond,
  durationSeconds: row.frames / framesPerSecond,
  shotType: row.shotType,
  action: row.action,
  mood: row.mood,
  cameraMovement: row.cameraMovement,
  prompt: row.prompt,
  status: row.state,
  confidence: row.confidence === null ? null : Number(row.confidence),
  references: toReferences(row.references, assets),
  still: toMediaRef(row.still),
  stillWithLogo: toMediaRef(row.stillWithLogo),
  clips: (row.clips ?? []).flatMap((clip) => toMediaRef(clip) ?? []),
  notes: row.notes ?? [],
  copy: row.copy ?? null,
  transition: row.transition ?? null,
  attempts: row.attempts,
  costUsd: Number(row.costUsd ?? 0),
  error: row.error,
});

/** A video as replies show it, with its beats where they were asked for. */
export const toVideo = (
  row: VideoRow,
  beats: readonly BeatRow[],
  options: { published: boolean; withBeats?: ReadonlyMap<string, Asset> },
): Video => ({
  documentId: row.documentId,
  prompt: row.prompt,
  durationSeconds: Number(row.durationSeconds),
  aspectRatio: row.aspectRatio,
  resolution: row.resolution ?? '720p',
  aspectMismatch: row.aspectMismatch,
  logoStyle: row.logoStyle,
  label: row.label,
  qualityTier: row.qualityTier,
  status: row.stage,
  stopAfter: row.stopAfter,
  published: options.published,
  referenceAssetIds: row.referenceAssetIds ?? [],
  spec: row.spec,
  imageModelUsed: row.imageModelUsed,
  videoModelUsed: row.videoModelUsed,
  estimatedCostUsd: Number(row.estimatedCostUsd ?? 0),
  actualCostUsd: Number(row.actualCostUsd ?? 0),
  video: toMediaRef(row.video),
  poster: toMediaRef(row.poster),
  captions: toMediaRef(row.captions),
  disclosure: row.disclosure ?? null,
  qualityReport: row.qualityReport,
  owner: row.owner,
  models: row.models,
  allowFallback: row.allowFallback ?? false,
  error: row.error,
  progress: progressOf(row, beats),
  ...(options.withBeats && {
    beats: beats.map((beat) => toBeat(beat, options.withBeats as ReadonlyMap<string, Asset>)),
  }),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});
