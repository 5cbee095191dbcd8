import { z } from 'zod';
import { logoStyle, type LogoStyle } from './logo';
import { documentId, paging } from './problems';
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
  rights: { licence?: string; expiresAt?: string; consent?: boolean } | null;
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
    rights: z
      .strictObject({
        licence: z.string().trim().max(200).optional(),
        expiresAt: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
        consent: z.boolean().optional(),
      })
      .nullable(),
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

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');
const flagOrBoolean = z.boolean().or(flag);

const px = z.coerce.number().int().min(1).max(100_000);
/** Several values of one field: `a,b` in an address, a list in a body. */
const several = z
  .union([z.string().transform((text) => text.split(',')), z.array(z.string())])
  .transform((list) => list.map((one) => one.trim()).filter((one) => one !== ''));

/** Conditions that every kind of search understands. Units: sizes in px; dates ISO 8601. */
const searchFilters = z.object({
  assetType: assetType.optional(),
  isLogo: flagOrBoolean.optional(),
  orientation: z.enum(['landscape', 'portrait', 'square']).optional(),
  transparent: flagOrBoolean.optional(),
  minWidth: px.optional(),
  minHeight: px.optional(),
  maxWidth: px.optional(),
  maxHeight: px.optional(),
  from: z.coerce.date().optional(),
  until: z.coerce.date().optional(),
  /** Document id of a user, or `shared` for what belongs to nobody. */
  owner: z.string().trim().min(1).max(40).optional(),
  /** Id of a folder of the media library; folders below count as well. */
  folder: z.coerce.number().int().positive().optional(),
  tags: several.pipe(z.array(z.string().max(60)).min(1).max(20)).optional(),
  rights: z.enum(['usable', 'barred']).optional(),
  /** Where the analysis stands; without it a search leaves out what was refused. */
  status: analysisStatus.optional(),
  /** Only those whose logo evidence contradicts itself, or only the others. */
  needsLook: flagOrBoolean.optional(),
});

/** Orders of a list; a search has its own, best first. */
export const assetOrders = ['newest', 'oldest', 'name', 'used'] as const;

/** GET /api/reference-assets — a page of the library under the conditions of a search, refused pictures included. */
export const assetList = paging.extend({
  ...searchFilters.shape,
  order: z.enum(assetOrders).default('newest'),
});
export type AssetList = z.infer<typeof assetList>;

/** GET /api/reference-assets/search — words, a colour, assets to look `like`, or only conditions; page by page, best first. */
export const searchQuery = searchFilters.extend({
  q: z.string().trim().max(500).default(''),
  color: z.string().trim().min(1).max(40).optional(),
  like: several.pipe(z.array(documentId).min(1).max(50)).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** GET /api/reference-assets/:id/similar — the conditions of a search, without its words. */
export const similarQuery = searchQuery.omit({ q: true, color: true, like: true });
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
  /** How many were found worth showing, over all pages. */
  total: number;
  page: number;
  pageCount: number;
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

/** POST /reference-assets/assets/suggest — assets whose thing the text of an entry speaks of. */
export const suggestRequest = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  limit: z.number().int().min(1).max(20).default(6),
});

/** POST /api/reference-assets/import — media that is there already becomes assets. */
export const importRequest = z
  .strictObject({
    fileIds: z.array(z.number().int().positive()).max(1000).optional(),
    folder: z.number().int().positive().optional(),
  })
  .refine((value) => value.fileIds || value.folder, 'expected fileIds or folder');
