import { z } from 'zod';
import { logoStyle, type LogoStyle } from './logo';
import { documentId, paging } from './problems';
import { assetRights, type AssetRights, type RightsStatus } from './rights';
import { assetType, logoPosition, shotType } from './vocabulary';

/** Where an asset stands on its way to being analysed. */
export const analysisStatuses = ['pending', 'running', 'done', 'failed', 'refused'] as const;
export const analysisStatus = z.enum(analysisStatuses);
export type AnalysisStatus = z.infer<typeof analysisStatus>;

/** What is known about the analysis of an asset; `at` is ISO 8601, `costUsd` US dollars. */
export interface Analysis {
  status: AnalysisStatus;
  provider: string | null;
  model: string | null;
  promptVersion: string | null;
  confidence: number | null;
  costUsd: number;
  error: { code: string; message: string } | null;
  at: string | null;
}

/** A colour that covers part of a picture: sRGB 0–255, `share` of the opaque pixels 0–1. */
export interface DominantColor {
  rgb: [number, number, number];
  hex: string;
  name: string;
  share: number;
}

/** One voice in the question whether a picture is a logo. */
export interface LogoVote {
  source: string;
  vote: 'logo' | 'not-logo' | 'unsure';
  /** How sure the source is that it is a logo, 0–1. */
  score: number;
  weight: number;
  reason: string;
}

/** A stored picture as the API shows it. */
export interface MediaRef {
  id: number;
  documentId: string;
  name: string;
  url: string;
  mime: string;
  width: number | null;
  height: number | null;
  sizeBytes: number;
}

/** A brand asset as REST, GraphQL and the admin panel show it; lengths in px. */
export interface Asset {
  documentId: string;
  name: string;
  description: string | null;
  assetType: z.infer<typeof assetType> | null;
  primaryObject: string | null;
  colors: string[];
  dominantColors: DominantColor[];
  styleTags: string[];
  recommendedShotTypes: z.infer<typeof shotType>[];
  usageContexts: string[];
  hasText: boolean | null;
  hasTransparency: boolean | null;
  width: number | null;
  height: number | null;
  sizeBytes: number | null;
  isLogo: boolean;
  logoEvidence: { isLogo: boolean; score: number; evidence: LogoVote[] } | null;
  logoPositionPreference: z.infer<typeof logoPosition> | null;
  logoStyle: LogoStyle | null;
  contentHash: string | null;
  perceptualHash: string | null;
  owner: string | null;
  rights: AssetRights | null;
  /** Whether it may enter a video now, and why not. */
  rightsStatus: RightsStatus;
  usageCount: number;
  lastUsedAt: string | null;
  analysis: Analysis;
  humanFields: string[];
  file: MediaRef | null;
  thumbnail: MediaRef | null;
  edges: MediaRef | null;
  createdAt: string;
  updatedAt: string;
}

const words = (max: number) => z.array(z.string().trim().min(1).max(60)).max(max);

/** PUT /api/reference-assets/:id — what a person may set; each field set is remembered as theirs. */
export const assetEdit = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    description: z.string().trim().max(2000).nullable(),
    assetType,
    primaryObject: z.string().trim().max(120).nullable(),
    colors: words(12),
    styleTags: words(30),
    recommendedShotTypes: z.array(shotType).max(11),
    usageContexts: words(20),
    hasText: z.boolean(),
    isLogo: z.boolean(),
    logoPositionPreference: logoPosition.nullable(),
    logoStyle: logoStyle.nullable(),
    rights: assetRights.nullable(),
  })
  .partial();
export type AssetEdit = z.infer<typeof assetEdit>;

/** The fields of {@link assetEdit}: those a person can claim from the analysis. */
export const editableFields = Object.keys(assetEdit.shape) as (keyof AssetEdit)[];

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');
const flagOrBoolean = z.boolean().or(flag);

/** GET /api/reference-assets — a page of the library, newest first. */
export const assetList = paging.extend({
  assetType: assetType.optional(),
  isLogo: flagOrBoolean.optional(),
  status: analysisStatus.optional(),
});
export type AssetList = z.infer<typeof assetList>;

/** DELETE /api/reference-assets/:id — `force` also removes what is used somewhere. */
export const deleteQuery = z.object({ force: flagOrBoolean.default(false) });

/** GET /api/reference-assets/search — `q` and at least an optional filter; `limit` hits, best first. */
export const searchQuery = z.object({
  q: z.string().trim().max(500).default(''),
  assetType: assetType.optional(),
  isLogo: flagOrBoolean.optional(),
  color: z.string().trim().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** GET /api/reference-assets/:id/similar and the options of a search by picture. */
export const similarQuery = searchQuery.omit({ q: true, color: true });
export type SimilarQuery = z.infer<typeof similarQuery>;

/** One result of a search: `score` 0–1 is comparable within one answer only. */
export interface Hit {
  asset: Asset;
  score: number;
  matched: { vector?: number; words?: number; color?: number };
  reasons: string[];
}

/** What a search could and could not use. */
export interface SearchMeta {
  total: number;
  /** The embedding model the vectors came from, or null when words alone answered. */
  vectors: string | null;
  notice?: string;
}

/** POST /api/reference-assets/duplicates — a stored asset to compare; an uploaded picture comes as multipart. */
export const duplicatesRequest = z.strictObject({ assetId: documentId });

export const duplicateClasses = ['same-bytes', 're-encoded', 'crop', 'variant', 'similar'] as const;
export interface Duplicate {
  asset: Asset;
  class: (typeof duplicateClasses)[number];
  score: number;
}

/** POST /api/reference-assets/recommend — assets whose style fits the given ones. */
export const recommendRequest = z.strictObject({
  assetIds: z.array(documentId).min(1).max(50),
  limit: z.number().int().min(1).max(100).default(12),
});

/** POST /api/reference-assets/import — media that is there already becomes assets. */
export const importRequest = z
  .strictObject({
    fileIds: z.array(z.number().int().positive()).max(1000).optional(),
    folder: z.number().int().positive().optional(),
  })
  .refine((value) => value.fileIds || value.folder, 'expected fileIds or folder');
