import type { AnalysisStatus } from '../../../shared/contracts/assets';
import type { RightsPolicy, RightsState } from '../../../shared/contracts/rights';
import type { AssetType } from '../../../shared/contracts/vocabulary';
import { barredSql, endingSql } from './rights-filter';

/** Whose assets a query may return: everybody's, or one user's and the shared library's. */
export type Scope = { all: true } | { all: false; owner: string | null };

export type Orientation = 'landscape' | 'portrait' | 'square';

/** Whether a video may use it now, by the rules in force. */
export interface RightsFilter {
  is: RightsState;
  policy: RightsPolicy;
}

/** Conditions on assets that every kind of search understands. Units: sizes in px. */
export interface AssetFilter {
  scope: Scope;
  assetType?: AssetType;
  isLogo?: boolean;
  /** Document ids to leave out. */
  except?: readonly string[];
  /** Document ids to choose from. */
  only?: readonly string[];
  orientation?: Orientation;
  hasTransparency?: boolean;
  minWidth?: number;
  minHeight?: number;
  maxWidth?: number;
  maxHeight?: number;
  from?: Date;
  until?: Date;
  /** Document id of a user; `shared` for what belongs to nobody. */
  owner?: string;
  /** Id of a folder of the media library; what lies in folders below counts as well. */
  folder?: number;
  /** Tags of which each must be there. */
  tags?: readonly string[];
  rights?: RightsFilter;
  /** Where the analysis stands. */
  status?: AnalysisStatus;
  /** Whether the logo evidence contradicts itself. */
  needsLook?: boolean;
  /** A field that a person set. */
  corrected?: string;
  /** true: also what was refused, which is left out otherwise unless it is asked for by `status`. */
  withRefused?: boolean;
}

type Part = [text: string, bindings: unknown[]];

/** A picture is square while its sides differ by less than a twentieth. */
const orientationSql: Record<Orientation, string> = {
  landscape: 'a.width >= a.height * 1.05',
  portrait: 'a.height >= a.width * 1.05',
  square: 'a.width < a.height * 1.05 AND a.height < a.width * 1.05',
};

const rightsPart = ({ is, policy }: RightsFilter): Part => {
  const { text, bindings } = barredSql(policy);
  const near = endingSql(policy);
  if (is === 'ending') return [`NOT (${text}) AND ${near.text}`, [...bindings, ...near.bindings]];
  return [is === 'barred' ? `(${text})` : `NOT (${text})`, bindings];
};

const ownerPart = (owner: string): Part =>
  owner === 'shared' ? ['a.owner IS NULL', []] : ['a.owner = ?', [owner]];

const folderPart = (folder: number): Part => [
  `EXISTS (SELECT 1 FROM files f JOIN upload_folders d ON d.id = ?
     WHERE f.id = a.file_id AND (f.folder_path = d.path OR f.folder_path LIKE d.path || '/%'))`,
  [folder],
];

/** One condition, when it is asked for. */
const when = <Value>(value: Value | undefined, part: (value: Value) => Part): Part[] =>
  value === undefined ? [] : [part(value)];

const whoseParts = ({ scope, owner }: AssetFilter): Part[] => [
  ...when(scope.all ? undefined : scope, (own): Part => [
    '(a.owner IS NULL OR a.owner = ?)',
    [(own as { owner: string | null }).owner ?? ''],
  ]),
  ...when(owner, ownerPart),
];

const whichParts = (filter: AssetFilter): Part[] => [
  ...when(filter.assetType, (type): Part => ['a.asset_type = ?', [type]]),
  ...when(filter.isLogo, (is): Part => ['coalesce(a.is_logo, false) = ?', [is]]),
  ...when(filter.except?.length ? filter.except : undefined, (ids): Part => [
    'a.document_id <> ALL(?)',
    [[...ids]],
  ]),
  ...when(filter.only, (ids): Part => ['a.document_id = ANY(?)', [[...ids]]]),
];

const shapeParts = (filter: AssetFilter): Part[] => [
  ...when(filter.orientation, (shape): Part => [`(${orientationSql[shape]})`, []]),
  ...when(filter.hasTransparency, (has): Part => [
    'coalesce(a.has_transparency, false) = ?',
    [has],
  ]),
  ...when(filter.minWidth, (px): Part => ['a.width >= ?', [px]]),
  ...when(filter.minHeight, (px): Part => ['a.height >= ?', [px]]),
  ...when(filter.maxWidth, (px): Part => ['a.width <= ?', [px]]),
  ...when(filter.maxHeight, (px): Part => ['a.height <= ?', [px]]),
];

const analysisParts = ({ status, withRefused, needsLook, corrected }: AssetFilter): Part[] => [
  ...when(status, (one): Part => ['a.analysis_status = ?', [one]]),
  ...when(status || withRefused ? undefined : true, (): Part => [
    "a.analysis_status <> 'refused'",
    [],
  ]),
  // Rows from before the column have no value in it, which says no.
  ...when(needsLook, (is): Part => ['coalesce(a.logo_needs_look, false) = ?', [is]]),
  // Not the operator `?`, for the same reason as below.
  ...when(corrected, (field): Part => ['jsonb_exists(a.human_fields::jsonb, ?)', [field]]),
];

const recordParts = (filter: AssetFilter): Part[] => [
  ...when(filter.from, (date): Part => ['a.created_at >= ?', [date]]),
  ...when(filter.until, (date): Part => ['a.created_at < ?', [date]]),
  ...when(filter.folder, folderPart),
  // Not the operator `?&`, whose question mark the query builder would take for a binding.
  ...when(filter.tags?.length ? filter.tags : undefined, (tags): Part => [
    'jsonb_exists_all(a.style_tags::jsonb, ?)',
    [[...tags]],
  ]),
  ...when(filter.rights, rightsPart),
];

/** The filter as SQL on `reference_assets a`; values are bound, never written into the text. */
export const filterSql = (filter: AssetFilter): { text: string; bindings: unknown[] } => {
  const parts: Part[] = [
    ...analysisParts(filter),
    ...whoseParts(filter),
    ...whichParts(filter),
    ...shapeParts(filter),
    ...recordParts(filter),
  ];
  return {
    text: parts.map(([text]) => text).join(' AND ') || 'true',
    bindings: parts.flatMap(([, bindings]) => bindings),
  };
};

/** Whether a filter leaves everything in, so that nothing needs to be counted. */
export const isOpen = (filter: AssetFilter): boolean =>
  filter.scope.all && Object.keys(filter).every((key) => key === 'scope' || isEmpty(filter, key));

const isEmpty = (filter: AssetFilter, key: string): boolean => {
  const value = filter[key as keyof AssetFilter];
  return value === undefined || (key === 'except' && (value as readonly string[]).length <= 50);
};
