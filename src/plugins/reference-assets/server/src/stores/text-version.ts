/** An asset with the version of what is written of it: another one after every change of its or its file's row, or of the rules of rights. */
export interface VersionedId {
  documentId: string;
  version: string;
}

const xminOf = (from: string): string => `coalesce((SELECT ${from}), '')`;

/**
 * The version as a column of a question to `reference_assets a`. Whoever remembers what was written of assets learns along
 * with the answer whether it still holds, instead of asking for hundreds of rows again. The rules are looked up once a question.
 */
export const textVersion = `a.xmin::text || ' ' || ${xminOf('f.xmin::text FROM files f WHERE f.id = a.file_id')} ||
  ${xminOf(`' ' || s.xmin::text FROM reference_asset_settings s WHERE s.name = 'rights'`)} AS version`;
