import { z } from 'zod';
import type { Asset, MediaRef } from './assets';
import { documentId, paging } from './problems';

/** POST /api/reference-assets/duplicates — a stored asset to compare; an uploaded picture comes as multipart. */
export const duplicatesRequest = z.strictObject({ assetId: documentId });

export const duplicateClasses = ['same-bytes', 're-encoded', 'crop', 'variant', 'similar'] as const;
export type DuplicateClass = (typeof duplicateClasses)[number];

/** A picture of the library that resembles the given one. */
export interface Duplicate {
  asset: Asset;
  class: DuplicateClass;
  score: number;
  /** Evidence of the vectors: their cosine where it is above 0.95, or above the descriptor's stricter limit; else null. */
  vector: number | null;
}

/** Classes of duplicates proper: a variant is another thing, and similar is a hint. */
export const mergeableClasses = ['same-bytes', 're-encoded', 'crop'] as const;

/** What an asset that was just brought in repeats: the library's own copy, and how sure that is (0–1). */
export interface DuplicateNotice {
  /** The asset that is new, or was asked for. */
  documentId: string;
  existing: { documentId: string; name: string; thumbnail: MediaRef | null };
  class: DuplicateClass;
  score: number;
}

/** GET /api/reference-assets/:id/duplicates — what is known of an asset's duplicates; `compared` is false while it still waits to be compared with the library. */
export interface DuplicateReport {
  compared: boolean;
  duplicates: DuplicateNotice[];
}

/** Classes in which the library is reported; `variant` only when asked for, because nothing is to be merged there. */
export const groupedClasses = [...mergeableClasses, 'variant'] as const;

/** How far the library was compared, and how many pairs of each class were found and not told apart by people. */
export interface DuplicateSummary {
  compared: number;
  waiting: number;
  pairs: { class: DuplicateClass; count: number }[];
}

/** GET /api/reference-assets/duplicate-groups — assets that show the same, a page of groups at a time. */
export const duplicateGroupList = paging.extend({ class: z.enum(groupedClasses).optional() });
export type DuplicateGroupList = z.infer<typeof duplicateGroupList>;

/** One member of a group: `class` and `score` say how it resembles the keeper or whom it was found by. */
export interface DuplicateMember {
  asset: Asset;
  class: DuplicateClass;
  score: number;
  /** In how many places it is used: entries of the CMS and videos. */
  uses: number;
}
export interface DuplicateGroup {
  /** Document id of the member that should be kept, and why; null for variants, of which each is a thing of its own. */
  keeper: string | null;
  reasons: string[];
  members: DuplicateMember[];
}

/** POST /api/reference-assets/:id/merge — carries everything of some assets over to this one, which is kept. */
export const mergeRequest = z.strictObject({
  assetIds: z.array(documentId).min(1).max(50),
  /** The kept asset takes over the picture of the (one) merged asset: a new version of it. */
  newVersion: z.boolean().default(false),
});
export type MergeRequest = z.infer<typeof mergeRequest>;

/** How long a merge can be undone. */
export const undoDays = 30;

/** One merge: what was carried over, and until when it can be undone (ISO 8601). */
export interface Merge {
  id: string;
  kept: string;
  merged: { documentId: string; name: string };
  by: string;
  at: string;
  undoableUntil: string;
  /** How many references of content types and media fields were carried over. */
  references: number;
}

/** POST /api/reference-assets/:id/distinct — these are no duplicates of it, whatever their pictures say. */
export const distinctRequest = z.strictObject({ assetIds: z.array(documentId).min(1).max(50) });

/** GET /api/reference-assets/merges — merges that can still be undone, newest first. */
export const mergeList = paging;

/** POST /api/reference-assets/merges/:mergeId/undo */
export const mergeId = z.uuid();
