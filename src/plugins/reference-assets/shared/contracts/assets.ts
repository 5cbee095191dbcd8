import { z } from 'zod';
import { logoStyle, type LogoStyle } from './logo';
import { flagOrBoolean } from './flags';
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
  /** How hard the model thought; null where nothing thinks. */
  effort: string | null;
  /** Version of the wording and the vocabulary the words were asked for with. */
  promptVersion: string | null;
  /** Version of the code that measured the pixels. */
  measuredVersion: string | null;
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

/** All voices on whether a picture is a logo, and what they come to. */
export interface LogoEvidence {
  isLogo: boolean;
  score: number;
  /** Voices with a say contradict each other, and no person has spoken. */
  needsLook: boolean;
  evidence: LogoVote[];
}

/**
 * Where the value of a field comes from: a person, a model that was asked, measured pixels, or the words that came
 * with the file. Shape: `provider`, `model` and `version` where a machine made it, `at` ISO 8601.
 */
export type Origin = {
  by: 'person' | 'model' | 'measured' | 'file';
  provider: string | null;
  model: string | null;
  version: string | null;
  at: string | null;
};

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
  /** One or two sentences on what is shown. */
  description: string | null;
  /** What stands in for the picture where it cannot be seen. */
  altText: string | null;
  assetType: z.infer<typeof assetType> | null;
  primaryObject: string | null;
  colors: string[];
  dominantColors: DominantColor[];
  styleTags: string[];
  recommendedShotTypes: z.infer<typeof shotType>[];
  usageContexts: string[];
  hasText: boolean | null;
  /** Words that stand in the picture. */
  visibleText: string | null;
  hasTransparency: boolean | null;
  width: number | null;
  height: number | null;
  sizeBytes: number | null;
  isLogo: boolean;
  logoEvidence: LogoEvidence | null;
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
  /** By field name; fields nothing is known of are absent. */
  origins: Record<string, Origin>;
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
    altText: z.string().trim().max(500).nullable(),
    assetType,
    primaryObject: z.string().trim().max(120).nullable(),
    colors: words(12),
    styleTags: words(30),
    recommendedShotTypes: z.array(shotType).max(11),
    usageContexts: words(20),
    hasText: z.boolean(),
    visibleText: z.string().trim().max(2000).nullable(),
    isLogo: z.boolean(),
    logoPositionPreference: logoPosition.nullable(),
    logoStyle: logoStyle.nullable(),
    rights: assetRights.nullable(),
  })
  .partial();
export type AssetEdit = z.infer<typeof assetEdit>;

/** The fields of {@link assetEdit}: those a person can claim from the analysis. */
export const editableFields = Object.keys(assetEdit.shape) as (keyof AssetEdit)[];

/** DELETE /api/reference-assets/:id/human-fields/:field — a person's word is given back to the analysis. */
export const editableField = z.enum(editableFields as [keyof AssetEdit, ...(keyof AssetEdit)[]]);

/** POST /api/reference-assets/:id/preprocess — what guides a generating model, as a grey PNG. */
export const preprocessKinds = ['canny', 'depth', 'soft-edge'] as const;
export type PreprocessKind = (typeof preprocessKinds)[number];
export const preprocessRequest = z.strictObject({ kind: z.enum(preprocessKinds) });

/** DELETE /api/reference-assets/:id — `force` also removes what is used somewhere. */
export const deleteQuery = z.object({ force: flagOrBoolean.default(false) });

/** POST /api/reference-assets/import — media that is there already becomes assets. */
export const importRequest = z
  .strictObject({
    fileIds: z.array(z.number().int().positive()).max(1000).optional(),
    folder: z.number().int().positive().optional(),
  })
  .refine((value) => value.fileIds || value.folder, 'expected fileIds or folder');
