import type { assetOrders } from '../../../shared/contracts/asset-search';
import type { RightsPolicy } from '../../../shared/contracts/rights';
import { uids } from '../constants';
import { filterSql, type Scope } from './asset-filter';
import { withRights, type AssetRow } from './asset-rows';
import { decidedRules, rulesInAnswer } from './rights-rules';
import type { RunSql } from './sql';
import { textVersion, type VersionedId } from './text-version';

/** What of an asset a search scores, without its files and reports. */
export type AssetText = Pick<
  AssetRow,
  | 'documentId'
  | 'name'
  | 'description'
  | 'assetType'
  | 'primaryObject'
  | 'colors'
  | 'dominantColors'
  | 'styleTags'
  | 'usageContexts'
  | 'isLogo'
  | 'altText'
  | 'visibleText'
> & { fileName: string | null };

type AssetOrder = (typeof assetOrders)[number];

const orders: Record<AssetOrder, string> = {
  newest: 'a.id DESC',
  oldest: 'a.id',
  name: 'lower(a.name), a.id',
  used: 'coalesce(a.usage_count, 0) DESC, a.id DESC',
};

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
const fromJson = <Value>(value: unknown): Value =>
  (typeof value === 'string' ? JSON.parse(value) : value) as Value;

const toRow = ({
  asset,
  media,
}: {
  asset: unknown;
  media: unknown;
}): Omit<AssetRow, 'rightsStatus'> => {
  const row = Object.entries(fromJson<Record<string, unknown>>(asset)).map(([column, value]) => [
    inCamelCase(column),
    typeof value === 'string' && column.endsWith('_at') ? new Date(value).toISOString() : value,
  ]);
  const files = { file: null, thumbnail: null, edges: null, ...fromJson<object | null>(media) };
  return { ...Object.fromEntries(row), ...files } as Omit<AssetRow, 'rightsStatus'>;
};

const toText = (row: AssetText): AssetText => ({
  ...row,
  colors: fromJson(row.colors),
  dominantColors: fromJson(row.dominantColors),
  styleTags: fromJson(row.styleTags),
  usageContexts: fromJson(row.usageContexts),
});

const inOrder = <Row extends { documentId: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] => {
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/**
 * Assets as searches read them: each question one statement, because a search asks for hundreds of texts and shows
 * twenty assets with three files each, which the query engine would fetch in eight statements.
 */
export const createAssetCards = (sql: RunSql, configured: RightsPolicy) => ({
  /** What is scored of some assets, in the order asked for. */
  async texts(documentIds: readonly string[]): Promise<AssetText[]> {
    if (documentIds.length === 0) return [];
    const rows = await sql<AssetText>(
      `SELECT a.document_id AS "documentId", a.name, a.description, a.asset_type AS "assetType",
         a.primary_object AS "primaryObject", a.colors, a.dominant_colors AS "dominantColors", a.style_tags AS "styleTags",
         a.usage_contexts AS "usageContexts", a.is_logo AS "isLogo", f.name AS "fileName",
         a.alt_text AS "altText", a.visible_text AS "visibleText"
       FROM reference_assets a LEFT JOIN files f ON f.id = a.file_id WHERE a.document_id = ANY(?)`,
      [[...documentIds]],
    );
    return inOrder(documentIds, rows.map(toText));
  },

  /** The versions of what `texts` reads of some assets, in the order asked for. */
  async versions(documentIds: readonly string[]): Promise<VersionedId[]> {
    if (documentIds.length === 0) return [];
    const rows = await sql<VersionedId>(
      `SELECT a.document_id AS "documentId", ${textVersion} FROM reference_assets a WHERE a.document_id = ANY(?)`,
      [[...documentIds]],
    );
    return inOrder(documentIds, rows);
  },

  /** Whole assets with their files, in the order asked for; what is not in scope is left out. */
  async shown(documentIds: readonly string[], scope: Scope): Promise<AssetRow[]> {
    if (documentIds.length === 0) return [];
    const where = filterSql({ scope, only: documentIds, withRefused: true });
    const rows = await sql<{ asset: unknown; media: unknown; rules: string | null }>(
      `SELECT to_jsonb(a) - 'vendor_reply' AS asset, related.media, ${decidedRules} FROM reference_assets a LEFT JOIN LATERAL (
         SELECT jsonb_object_agg(m.field, jsonb_build_object('id', f.id, 'documentId', f.document_id, 'name', f.name,
           'url', f.url, 'mime', f.mime, 'width', f.width, 'height', f.height, 'size', f.size)) AS media
         FROM files_related_mph m JOIN files f ON f.id = m.file_id
         WHERE m.related_id = a.id AND m.related_type = ?) related ON true
       WHERE ${where.text}`,
      [uids.asset, ...where.bindings],
    );
    const policy = rulesInAnswer(rows[0]?.rules ?? null, configured);
    return inOrder(
      documentIds,
      rows.map((row) => withRights(toRow(row), policy)),
    );
  },

  /** A page of document ids under a filter, in an order, and how many there are. */
  async page(
    filter: Parameters<typeof filterSql>[0],
    { offset, limit, order = 'newest' }: { offset: number; limit: number; order?: AssetOrder },
  ): Promise<{ ids: string[]; total: number }> {
    const where = filterSql(filter);
    const rows = await sql<{ id: string }>(
      `SELECT a.document_id AS id FROM reference_assets a WHERE ${where.text} ORDER BY ${orders[order]} OFFSET ? LIMIT ?`,
      [...where.bindings, offset, limit],
    );
    const [count] = await sql<{ total: string }>(
      `SELECT count(*) AS total FROM reference_assets a WHERE ${where.text}`,
      where.bindings,
    );
    return { ids: rows.map(({ id }) => id), total: Number(count.total) };
  },
});
export type AssetCards = ReturnType<typeof createAssetCards>;
