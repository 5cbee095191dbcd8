import type { AnalysisFilter } from '../../../shared/contracts/analysis';

/** Which assets to analyse: a filter of people, whose assets, and what would describe them now. */
export interface AnalysisSelection extends AnalysisFilter {
  owner?: string;
  now: { provider: string; model: string; promptVersion: string };
}

type Condition = [text: string, bindings: unknown[]];

const said = (key: 'provider' | 'model' | 'promptVersion', value: string | undefined) =>
  value === undefined ? [] : [[`a.analysis->>'${key}' = ?`, [value]] as Condition];

const outdated: string = ['provider', 'model', 'promptVersion']
  .map((key) => `a.analysis->>'${key}' IS DISTINCT FROM ?`)
  .join(' OR ');

const conditions = (selection: AnalysisSelection): Condition[] => {
  const { assetIds, assetType, isLogo, status, owner, now } = selection;
  return [
    ['true', []],
    ...(assetIds ? [['a.document_id = ANY(?)', [assetIds]] as Condition] : []),
    ...(assetType ? [['a.asset_type = ?', [assetType]] as Condition] : []),
    ...(isLogo === undefined ? [] : [['coalesce(a.is_logo, false) = ?', [isLogo]] as Condition]),
    ...(status ? [['a.analysis_status = ?', [status]] as Condition] : []),
    ...(owner === undefined ? [] : [['a.owner = ?', [owner]] as Condition]),
    ...said('provider', selection.provider),
    ...said('model', selection.model),
    ...said('promptVersion', selection.promptVersion),
    ...(selection.outdated
      ? [[`(${outdated})`, [now.provider, now.model, now.promptVersion]] as Condition]
      : []),
  ];
};

/** A selection as SQL on `reference_assets a`; values are bound, never written into the text. */
export const selectionSql = (
  selection: AnalysisSelection,
): { text: string; bindings: unknown[] } => {
  const parts = conditions(selection);
  return {
    text: parts.map(([text]) => text).join(' AND '),
    bindings: parts.flatMap(([, bindings]) => bindings),
  };
};
