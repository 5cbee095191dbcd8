import {
  mergeableClasses,
  type DuplicateGroup,
  type DuplicateGroupList,
  type DuplicateMember,
} from '../../../../shared/contracts/duplicates';
import type { Pagination } from '../../../../shared/contracts/problems';
import type { Stores } from '../../stores';
import { toAsset } from '../../stores/asset-rows';
import type { Pair } from '../../stores/pairs';
import { pagination, type Browse } from '../browse';
import { scopeOf, nameOf, type Viewer } from '../viewer';
import type { Usage } from '../usage';
import { keeperOf } from './keeper';

type Needs = Pick<Stores, 'assets' | 'pairs'> & { browse: Browse; usage: Usage };

/** Sets of assets that hang together by pairs, each with its pairs; the newest pair's set first. */
export const joinPairs = (pairs: readonly Pair[]): Pair[][] => {
  const setOf = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const one = setOf.get(pair.one);
    const other = setOf.get(pair.other);
    const joined = new Set([...(one ?? []), ...(other ?? []), pair]);
    const set = [...joined];
    for (const { one: a, other: b } of set) {
      setOf.set(a, set);
      setOf.set(b, set);
    }
  }
  return [...new Set(setOf.values())];
};

const memberIds = (pairs: readonly Pair[]): string[] => [
  ...new Set(pairs.flatMap(({ one, other }) => [one, other])),
];

/** The library's duplicates, group by group. */
export const createDuplicateGroups = ({ assets, pairs, browse, usage }: Needs) => {
  /** How a member resembles the keeper, else whom it was found by. */
  const bondOf = (documentId: string, keeper: string, bonds: readonly Pair[]): Pair => {
    const own = bonds.filter(({ one, other }) => one === documentId || other === documentId);
    return own.find(({ one, other }) => one === keeper || other === keeper) ?? own[0];
  };

  const toGroup = async (bonds: Pair[], viewer: Viewer): Promise<DuplicateGroup | null> => {
    const rows = await assets.some(memberIds(bonds), scopeOf(viewer));
    if (rows.length < 2) return null;
    const counted = await Promise.all(
      rows.map(async (row) => ({ row, uses: await usage.count(row) })),
    );
    const { keeper, reasons } = keeperOf(counted);
    const members = counted.map(({ row, uses }): DuplicateMember => {
      const { class: kind, score } = bondOf(row.documentId, keeper.documentId, bonds);
      return { asset: toAsset(row), class: kind, score, uses };
    });
    members.sort(
      (a, b) =>
        Number(b.asset.documentId === keeper.documentId) -
          Number(a.asset.documentId === keeper.documentId) || b.score - a.score,
    );
    return { keeper: keeper.documentId, reasons, members };
  };

  return {
    async list(
      list: DuplicateGroupList,
      viewer: Viewer,
    ): Promise<{ data: DuplicateGroup[]; pagination: Pagination }> {
      const classes = list.class ? [list.class] : [...mergeableClasses];
      const sets = joinPairs(await pairs.all(classes, scopeOf(viewer)));
      const page = sets.slice((list.page - 1) * list.pageSize, list.page * list.pageSize);
      const groups: DuplicateGroup[] = [];
      for (const set of page) {
        const group = await toGroup(set, viewer);
        if (group) groups.push(group);
      }
      return { data: groups, pagination: pagination(list, sets.length) };
    },

    /** Remembers that assets are no duplicates of one; they are never shown as such again. */
    async distinguish(
      documentId: string,
      others: readonly string[],
      viewer: Viewer,
    ): Promise<{ distinct: string[] }> {
      const row = await browse.changeable(documentId, viewer);
      for (const id of others) {
        const other = await browse.row(id, viewer);
        if (other.id !== row.id) await pairs.distinguish(row.id, other.id, nameOf(viewer));
      }
      return { distinct: [...others] };
    },
  };
};
