import {
  mergeableClasses,
  type DuplicateGroup,
  type DuplicateGroupList,
  type DuplicateMember,
  type DuplicateReport,
  type DuplicateSummary,
} from '../../../../shared/contracts/duplicates';
import type { Pagination } from '../../../../shared/contracts/problems';
import type { Stores } from '../../stores';
import { toAsset } from '../../stores/asset-rows';
import type { Pair } from '../../stores/pairs';
import { pagination, type Browse } from '../browse';
import type { Usage } from '../usage';
import { scopeOf, nameOf, type Viewer } from '../viewer';
import { joinPairs } from './join-pairs';
import { keeperOf, type KeeperCandidate } from './keeper';
import type { DuplicateNoticeReader } from './notice';

type Needs = Pick<Stores, 'assets' | 'pairs' | 'prints'> & {
  browse: Browse;
  usage: Usage;
  notice: DuplicateNoticeReader;
};

const memberIds = (pairs: readonly Pair[]): string[] => [
  ...new Set(pairs.flatMap(({ one, other }) => [one, other])),
];

/** The library's duplicates, group by group. */
export const createDuplicateGroups = ({ assets, pairs, prints, browse, usage, notice }: Needs) => {
  /** How a member resembles the keeper, else whom it was found by. */
  const bondOf = (documentId: string, keeper: string, bonds: readonly Pair[]): Pair => {
    const own = bonds.filter(({ one, other }) => one === documentId || other === documentId);
    return own.find(({ one, other }) => one === keeper || other === keeper) ?? own[0];
  };

  const toGroup = (
    bonds: Pair[],
    members: readonly KeeperCandidate[],
    isMergeable: boolean,
  ): DuplicateGroup => {
    const best = keeperOf(members);
    const first = best.keeper.documentId;
    const shown = members.map(({ row, uses }): DuplicateMember => {
      const { class: kind, score } = bondOf(row.documentId, first, bonds);
      return { asset: toAsset(row), class: kind, score, uses };
    });
    const isFirst = ({ asset }: DuplicateMember) => Number(asset.documentId === first);
    shown.sort((a, b) => isFirst(b) - isFirst(a) || b.score - a.score);
    return isMergeable
      ? { keeper: first, reasons: best.reasons, members: shown }
      : { keeper: null, reasons: [], members: shown };
  };

  return {
    /** A page of groups; without a class everything that can be merged. */
    async list(
      list: DuplicateGroupList,
      viewer: Viewer,
    ): Promise<{ data: DuplicateGroup[]; pagination: Pagination; summary: DuplicateSummary }> {
      const scope = scopeOf(viewer);
      const classes = list.class ? [list.class] : [...mergeableClasses];
      const isMergeable = list.class !== 'variant';
      const apart = isMergeable ? await pairs.apart(scope) : [];
      const sets = joinPairs(await pairs.all(classes, scope), apart);
      const page = sets.slice((list.page - 1) * list.pageSize, list.page * list.pageSize);
      const rows = await assets.some(memberIds(page.flat()), scope);
      const uses = await usage.counts(rows);
      const counted = new Map(
        rows.map((row) => [row.documentId, { row, uses: uses.get(row.documentId) ?? 0 }]),
      );
      const groups = page.flatMap((set) => {
        const members = memberIds(set).flatMap((id) => counted.get(id) ?? []);
        return members.length < 2 ? [] : [toGroup(set, members, isMergeable)];
      });
      return {
        data: groups,
        pagination: pagination(list, sets.length),
        summary: { ...(await prints.progress(scope)), pairs: await pairs.counts(scope) },
      };
    },

    /** What the library has already of an asset's picture; throws `NotFoundError` for what is not the viewer's to see. */
    async report(documentId: string, viewer: Viewer): Promise<DuplicateReport> {
      await browse.row(documentId, viewer);
      return notice.of([documentId], viewer);
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
