import { z } from 'zod';
import { analysisStatus, type Asset } from './assets';
import { flagOrBoolean } from './flags';
import { documentId, paging } from './problems';
import { rightsStates } from './rights';
import { assetType } from './vocabulary';

const px = z.coerce.number().int().min(1).max(100_000);
/** Several values of one field: `a,b` in an address, a list in a body. */
const several = z
  .union([z.string().transform((text) => text.split(',')), z.array(z.string())])
  .transform((list) => list.map((one) => one.trim()).filter((one) => one !== ''));

/** A colour by name, or by code of three or six hex digits; six are taken for a code without the hash sign, too. */
const color = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform((text) => (/^[\da-f]{6}$/i.test(text) ? `#${text}` : text))
  .refine(
    (text) => !text.startsWith('#') || /^#([\da-f]{3}|[\da-f]{6})$/i.test(text),
    'expected a colour such as "dark green" or "#c0392b"',
  );

/** Fields that the analysis fills in and people correct. */
export const correctableFields = [
  'name',
  'description',
  'assetType',
  'isLogo',
  'primaryObject',
  'styleTags',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

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
  rights: z.enum(rightsStates).optional(),
  /** Where the analysis stands; without it a search leaves out what was refused. */
  status: analysisStatus.optional(),
  /** Only those whose logo evidence contradicts itself, or only the others. */
  needsLook: flagOrBoolean.optional(),
  /** Only those of which a person corrected this field. */
  corrected: z.enum(correctableFields).optional(),
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
  color: color.optional(),
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
