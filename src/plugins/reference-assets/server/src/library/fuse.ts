export type FusionSource = 'vector' | 'words' | 'color';

/** What one source found, the best first. Shape: `score` 0–1 as that source means it; `weight` 1 unless told. */
export type RankedList = {
  source: FusionSource;
  weight?: number;
  hits: { id: string; score: number; reasons?: string[] }[];
};

/** One fused hit. Shape: `score` 0–1, comparable within one answer only; `matched` keeps each source's own score. */
export type FusedHit = {
  id: string;
  score: number;
  matched: Partial<Record<FusionSource, number>>;
  reasons: string[];
};

/** How fast a lower rank loses, and how much of a contribution is owed to rank alone whatever the source's score. */
export type FusionOptions = { rankConstant?: number; rankShare?: number };

const clamp = (value: number): number =>
  Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;

/** Each hit with its rank from 0; equal scores share a rank, so that the order of equals in a source means nothing. */
const ranked = ({
  hits,
}: RankedList): { id: string; score: number; reasons?: string[]; rank: number }[] => {
  const sorted = [...hits].sort((a, b) => b.score - a.score);
  let rank = 0;
  return sorted.map((hit, index) => {
    if (index > 0 && hit.score < sorted[index - 1].score) rank = index;
    return { ...hit, rank };
  });
};

/**
 * Fuses ranked lists by reciprocal rank, each rank tempered by the source's own score.
 *
 * Shape:  a hit that every source puts first with score 1 scores 1; empty lists do not lower anyone; ties are ordered by id.
 * Source: Cormack et al. 2009 (reciprocal rank fusion), with a small constant because these lists are short.
 */
export const fuse = (
  lists: readonly RankedList[],
  { rankConstant = 10, rankShare = 0.5 }: FusionOptions = {},
): FusedHit[] => {
  const filled = lists.filter(({ hits }) => hits.length > 0);
  const total = filled.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const fused = new Map<string, FusedHit>();
  for (const list of filled) {
    const seen = new Set<string>();
    for (const { id, score, reasons = [], rank } of ranked(list)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const hit = fused.get(id) ?? { id, score: 0, matched: {}, reasons: [] };
      const own = clamp(score);
      const byRank = rankConstant / (rankConstant + rank);
      hit.score += ((list.weight ?? 1) / total) * byRank * (rankShare + (1 - rankShare) * own);
      hit.matched[list.source] = Math.max(own, hit.matched[list.source] ?? 0);
      hit.reasons.push(...reasons.filter((reason) => !hit.reasons.includes(reason)));
      fused.set(id, hit);
    }
  }
  return [...fused.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
};
