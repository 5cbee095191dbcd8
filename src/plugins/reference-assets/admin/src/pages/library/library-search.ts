import type { Query } from '../../api/studio-api';
import type { AnalysisFilter } from '../../../../shared/contracts/analysis';
import {
  assetOrders,
  correctableFields,
  type CorrectableField,
} from '../../../../shared/contracts/asset-search';
import { analysisStatuses, type AnalysisStatus } from '../../../../shared/contracts/assets';
import { rightsStates } from '../../../../shared/contracts/rights';
import { assetTypes, type AssetType } from '../../../../shared/contracts/vocabulary';

export const orientations = ['landscape', 'portrait', 'square'] as const;
export const logoChoices = ['yes', 'no', 'look'] as const;
export const rightsChoices = rightsStates;

/** What the library shows, as the address keeps it; null and empty are no condition. */
export interface LibrarySearch {
  q: string;
  assetType: AssetType | null;
  logo: (typeof logoChoices)[number] | null;
  status: AnalysisStatus | null;
  /** Six hex digits without the hash sign. */
  color: string | null;
  orientation: (typeof orientations)[number] | null;
  transparent: 'yes' | 'no' | null;
  /** Least length of both sides, px. */
  minSide: number | null;
  /** Days, `YYYY-MM-DD`, both included. */
  from: string | null;
  until: string | null;
  owner: string | null;
  folder: number | null;
  tags: string[];
  rights: (typeof rightsChoices)[number] | null;
  /** Document ids of assets to look like. */
  like: string[];
  /** Name of a kept picture to search by. */
  picture: string | null;
  /** A field that a person corrected. */
  corrected: CorrectableField | null;
  order: (typeof assetOrders)[number];
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null;
const matching = (pattern: RegExp, text: string | null): string | null =>
  text !== null && pattern.test(text) ? text : null;
const numberIn = (text: string | null): number | null => {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : null;
};
const listIn = (text: string | null): string[] => (text ?? '').split(',').filter(Boolean);

/** Reads the address; what does not fit is no condition. */
export const readSearch = (params: URLSearchParams): LibrarySearch => ({
  q: params.get('q') ?? '',
  assetType: oneOf<AssetType>(assetTypes, params.get('type')),
  logo: oneOf(logoChoices, params.get('logo')),
  status: oneOf<AnalysisStatus>(analysisStatuses, params.get('state')),
  color: matching(/^[0-9a-f]{6}$/, params.get('color')),
  orientation: oneOf(orientations, params.get('shape')),
  transparent: oneOf(['yes', 'no'] as const, params.get('clear')),
  minSide: numberIn(params.get('min')),
  from: matching(/^\d{4}-\d\d-\d\d$/, params.get('from')),
  until: matching(/^\d{4}-\d\d-\d\d$/, params.get('until')),
  owner: params.get('owner'),
  folder: numberIn(params.get('folder')),
  tags: listIn(params.get('tags')),
  rights: oneOf(rightsChoices, params.get('rights')),
  like: listIn(params.get('like')),
  picture: params.get('picture'),
  corrected: oneOf(correctableFields, params.get('corrected')),
  order: oneOf(assetOrders, params.get('order')) ?? 'newest',
});

/** Names in the address that make a search; the open asset is none of them, and a dropped picture cannot be kept. */
export const searchNames = [
  ...['q', 'type', 'logo', 'state', 'color', 'shape', 'clear', 'min', 'from', 'until', 'owner'],
  ...['folder', 'tags', 'rights', 'corrected', 'like', 'order'],
];

/** The search of an address alone, to be kept under a name. */
export const searchText = (params: URLSearchParams): string =>
  new URLSearchParams([...params].filter(([name]) => searchNames.includes(name))).toString();

/** Whether hits have an order of their own, best first. */
export const isRanked = ({ q, color, like, picture }: LibrarySearch): boolean =>
  q !== '' || color !== null || like.length > 0 || picture !== null;

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The search as the server's routes take it. */
export const conditionsOf = (search: LibrarySearch): Query => ({
  q: search.q,
  assetType: search.assetType,
  isLogo: search.logo === 'yes' ? true : search.logo === 'no' ? false : null,
  needsLook: search.logo === 'look' ? true : null,
  status: search.status,
  color: search.color && `#${search.color}`,
  orientation: search.orientation,
  transparent: search.transparent && search.transparent === 'yes',
  minWidth: search.minSide,
  minHeight: search.minSide,
  from: search.from,
  until: search.until && dayAfter(search.until),
  owner: search.owner,
  folder: search.folder,
  tags: search.tags.join(','),
  rights: search.rights,
  corrected: search.corrected,
  like: search.like.join(','),
  order: isRanked(search) ? null : search.order,
});

/** The search as an analysis of many takes it; null when it has conditions that an analysis does not know. */
export const analysisFilterOf = (search: LibrarySearch): AnalysisFilter | null => {
  const { assetType, logo, status } = search;
  const known = { q: '', assetType, logo, status, order: search.order };
  const isKnown = Object.entries(search).every(
    ([name, value]) => name in known || value === null || (Array.isArray(value) && !value.length),
  );
  if (!isKnown || search.q || logo === 'look') return null;
  return {
    ...(assetType && { assetType }),
    ...(logo && { isLogo: logo === 'yes' }),
    ...(status && { status }),
  };
};
