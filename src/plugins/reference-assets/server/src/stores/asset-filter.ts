import type { AssetType } from '../../../shared/contracts/vocabulary';

/** Whose assets a query may return: everybody's, or one user's and the shared library's. */
export type Scope = { all: true } | { all: false; owner: string | null };

/** Conditions on assets that every kind of search understands. */
export interface AssetFilter {
  scope: Scope;
  assetType?: AssetType;
  isLogo?: boolean;
  /** Document ids to leave out. */
  except?: readonly string[];
  /** Document ids to choose from. */
  only?: readonly string[];
}

/** The filter as SQL on `reference_assets a`; values are bound, never written into the text. */
export const filterSql = (filter: AssetFilter): { text: string; bindings: unknown[] } => {
  const parts: [string, unknown[]][] = [["a.analysis_status <> 'refused'", []]];
  if (!filter.scope.all)
    parts.push(['(a.owner IS NULL OR a.owner = ?)', [filter.scope.owner ?? '']]);
  if (filter.assetType) parts.push(['a.asset_type = ?', [filter.assetType]]);
  if (filter.isLogo !== undefined) parts.push(['coalesce(a.is_logo, false) = ?', [filter.isLogo]]);
  if (filter.except?.length) parts.push(['a.document_id <> ALL(?)', [[...filter.except]]]);
  if (filter.only) parts.push(['a.document_id = ANY(?)', [[...filter.only]]]);
  return {
    text: parts.map(([text]) => text).join(' AND '),
    bindings: parts.flatMap(([, bindings]) => bindings),
  };
};
