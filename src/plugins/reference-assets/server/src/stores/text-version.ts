/** An asset with the version of what is written of it: another one after every change of its or its file's row. */
export interface VersionedId {
  documentId: string;
  version: string;
}

/**
 * The version as a column of a question to `reference_assets a`. Whoever remembers what was written of assets learns along
 * with the answer whether it still holds, instead of asking for hundreds of rows again.
 */
export const textVersion = `a.xmin::text || ' ' || coalesce((SELECT f.xmin::text FROM files f WHERE f.id = a.file_id), '') AS version`;
