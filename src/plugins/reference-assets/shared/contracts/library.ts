import { z } from 'zod';
import type { AssetEdit } from './assets';
import { assetEdit } from './assets';
import { documentId } from './problems';

const tag = z.string().trim().min(1).max(60);

/** POST /reference-assets/assets/changes — the same change to many assets at once; it can be undone. */
export const bulkEdit = z
  .strictObject({
    assetIds: z.array(documentId).min(1).max(500),
    assetType: assetEdit.shape.assetType,
    isLogo: assetEdit.shape.isLogo,
    rights: assetEdit.shape.rights,
    addTags: z.array(tag).max(30).optional(),
    removeTags: z.array(tag).max(30).optional(),
  })
  .refine((edit) => Object.keys(edit).length > 1, 'expected something to change');
export type BulkEdit = z.infer<typeof bulkEdit>;

/** POST /reference-assets/assets/changes/:changeId/undo · /reference-assets/assets/removals/:removalId/undo */
export const changeId = z.uuid();

/** POST /reference-assets/assets/removals — takes assets out of the library; it can be undone. */
export const removalRequest = z.strictObject({ assetIds: z.array(documentId).min(1).max(500) });
export type RemovalRequest = z.infer<typeof removalRequest>;

/** POST /reference-assets/assets/removals/uses — what a removal would take away from: asked before it is done. */
export interface RemovalUses {
  /** How many of the assets are used anywhere. */
  used: number;
  /** In how many places in all: videos, beats and entries. */
  places: number;
}

/** What a change did: how many assets are different now, and for how long it can be undone (ISO 8601). */
export interface LibraryChange {
  id: string;
  count: number;
  undoableUntil: string;
}

/** What undoing did: `restored` assets are as before, `left` were changed again or are gone. */
export interface UndoneChange {
  restored: number;
  left: number;
}

/** How long a change of many assets can be undone. */
export const undoChangeDays = 30;

/** One asset of a change: the fields it touched, before and after. */
export interface ChangedAsset {
  documentId: string;
  before: AssetEdit;
  after: AssetEdit;
  /** Fields that were not a person's before. */
  claimed: string[];
}

/** GET /reference-assets/assets/facets — what there is to filter by, each with how many assets it finds. */
export interface LibraryFacets {
  tags: { name: string; count: number }[];
  folders: { id: number; name: string; count: number }[];
  owners: { id: string; name: string; count: number }[];
}

/** POST /reference-assets/saved-searches — a search of the library kept under a name, for oneself. */
export const savedSearchRequest = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** The search as the address of the library page has it, without the question mark. */
  query: z.string().min(1).max(2000),
});
export type SavedSearchRequest = z.infer<typeof savedSearchRequest>;

/** DELETE /reference-assets/saved-searches/:searchId */
export const savedSearchId = z.uuid();

export interface SavedSearch {
  id: string;
  name: string;
  query: string;
}
