import { z } from 'zod';
import type { Asset } from './assets';
import { documentId } from './problems';
import { mood, shotType, type AssetType } from './vocabulary';

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
