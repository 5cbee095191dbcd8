import { uids } from '../constants';
import type { RightsPolicy } from '../../../shared/contracts/rights';
import { withRights, type AssetRow } from './asset-rows';
import { decidedRules, rulesInAnswer } from './rights-rules';
import type { RunSql } from './sql';

/** What replies show of a file, by field of a row of the media library. */
const shownOfFiles = ['id', 'documentId', 'name', 'url', 'mime', 'width', 'height', 'size'];
/** What the plugin reads of a file. */
const allOfFiles = [
  ...shownOfFiles,
  ...['hash', 'ext', 'caption', 'alternativeText', 'provider', 'provider_metadata'],
];

const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Assets, their files and the rules of rights in one answer; the query engine would ask six times. */
const selectWith = (fileFields: readonly string[]): string => {
  const pairs = fileFields.map((field) => `'${field}', f.${columnOf(field)}`).join(', ');
  return `SELECT to_jsonb(a) - 'vendor_reply' AS asset, related.media, ${decidedRules}
    FROM reference_assets a LEFT JOIN LATERAL (
      SELECT jsonb_object_agg(m.field, jsonb_build_object(${pairs})) AS media
      FROM files_related_mph m JOIN files f ON f.id = m.file_id
      WHERE m.related_id = a.id AND m.related_type = '${uids.asset}') related ON true`;
};
const selects = { shown: selectWith(shownOfFiles), all: selectWith(allOfFiles) };

/** Names of columns as fields, worked out once: a page of assets has a thousand of them. */
const fields = new Map<string, string>();
const inCamelCase = (column: string): string => {
  const known = fields.get(column);
  if (known !== undefined) return known;
  const field = column.replace(/_([a-z\d])/g, (_all, letter: string) => letter.toUpperCase());
  fields.set(column, field);
  return field;
};

/** Strapi has the driver leave JSON as text (`database/dialects/postgresql`); another driver reads it by itself. */
export const fromJson = <Value>(value: unknown): Value =>
  (typeof value === 'string' ? JSON.parse(value) : value) as Value;

const toRow = (asset: unknown, media: unknown): Omit<AssetRow, 'rightsStatus'> => {
  const row = Object.entries(fromJson<Record<string, unknown>>(asset)).map(([column, value]) => [
    inCamelCase(column),
    typeof value === 'string' && column.endsWith('_at') ? new Date(value).toISOString() : value,
  ]);
  const files = { file: null, thumbnail: null, edges: null, ...fromJson<object | null>(media) };
  return { ...Object.fromEntries(row), ...files } as Omit<AssetRow, 'rightsStatus'>;
};

/**
 * Whole assets that meet a condition on `reference_assets a`, with what `files` says of their files, in order of their ids.
 *
 * `configured`: the rules of rights where nobody decided others in the panel.
 */
export const wholeAssets = async (
  sql: RunSql,
  configured: RightsPolicy,
  where: { text: string; bindings: readonly unknown[] },
  files: keyof typeof selects = 'all',
): Promise<AssetRow[]> => {
  const rows = await sql<{ asset: unknown; media: unknown; rules: string | null }>(
    `${selects[files]} WHERE ${where.text} ORDER BY a.id`,
    where.bindings,
  );
  const policy = rulesInAnswer(rows[0]?.rules ?? null, configured);
  return rows.map(({ asset, media }) => withRights(toRow(asset, media), policy));
};
