import type { assetOrders } from '../../../shared/contracts/asset-search';
import type { RightsPolicy } from '../../../shared/contracts/rights';
import { filterSql, type AssetFilter, type Scope } from './asset-filter';
import type { AssetRow } from './asset-rows';
import type { RunSql } from './sql';
import { textVersion, type VersionedId } from './text-version';
import { fromJson, wholeAssets } from './whole-assets';

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

interface Paging {
  offset: number;
  limit: number;
  order?: AssetOrder;
}

const orders: Record<AssetOrder, string> = {
  newest: 'a.id DESC',
  oldest: 'a.id',
  name: 'lower(a.name), a.id',
  used: 'coalesce(a.usage_count, 0) DESC, a.id DESC',
};

const toText = (row: AssetText): AssetText => ({
  ...row,
  colors: fromJson(row.colors),
  dominantColors: fromJson(row.dominantColors),
  styleTags: fromJson(row.styleTags),
  usageContexts: fromJson(row.usageContexts),
});

/** Rows in the order in which their ids were asked for. */
export const inOrder = <Row extends { documentId: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] => {
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/**
 * Assets as searches read them: each question one statement, because a search asks for hundreds of texts and shows
 * twenty assets with three files each.
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

  /** Whole assets with what replies show of their files, in the order asked for; what is not in scope is left out. */
  async shown(documentIds: readonly string[], scope: Scope): Promise<AssetRow[]> {
    if (documentIds.length === 0) return [];
    const where = filterSql({ scope, only: documentIds, withRefused: true });
    return inOrder(documentIds, await wholeAssets(sql, configured, where, 'shown'));
  },

  /** Document ids under a filter, in an order: those of one page. */
  async ids(filter: AssetFilter, { offset, limit, order = 'newest' }: Paging): Promise<string[]> {
    const where = filterSql(filter);
    const rows = await sql<{ id: string }>(
      `SELECT a.document_id AS id FROM reference_assets a WHERE ${where.text} ORDER BY ${orders[order]} OFFSET ? LIMIT ?`,
      [...where.bindings, offset, limit],
    );
    return rows.map(({ id }) => id);
  },

  /** How many assets there are under a filter. */
  async count(filter: AssetFilter): Promise<number> {
    const where = filterSql(filter);
    const [row] = await sql<{ total: string }>(
      `SELECT count(*) AS total FROM reference_assets a WHERE ${where.text}`,
      where.bindings,
    );
    return Number(row.total);
  },

  /** A page of document ids under a filter, and how many there are in all. */
  async page(filter: AssetFilter, paging: Paging): Promise<{ ids: string[]; total: number }> {
    const [ids, total] = await Promise.all([this.ids(filter, paging), this.count(filter)]);
    return { ids, total };
  },
});
export type AssetCards = ReturnType<typeof createAssetCards>;
