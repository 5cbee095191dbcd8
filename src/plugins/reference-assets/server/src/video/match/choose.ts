import type { AssetType } from '../../../../shared/contracts/vocabulary';
import type { Candidate, ScoreParts } from './types';

/** A choice for one role of one beat, with what else would do. Shape: `manual` when a person chose for this very beat. */
export type Reference = {
  asset: string;
  score: number;
  confidence: number;
  reasons: string[];
  parts?: ScoreParts;
  alternatives: { asset: string; score: number; reasons: string[]; parts: ScoreParts }[];
  manual: boolean;
};

/** The candidates a machine may choose from: none whose rights forbid it; those a person gave the video before all others. */
export const choosable = (list: readonly Candidate[], given: ReadonlySet<string>): Candidate[] => {
  const own = list.filter(({ asset }) => given.has(asset));
  return own.length > 0 ? own : list.filter(({ parts }) => parts.rights > 0);
};

/** The asset that serves best over all beats together: present in most, then with the highest sum of scores. */
export const bestOverall = (lists: readonly (readonly Candidate[])[]): string | null => {
  const sums = new Map<string, number>();
  for (const { asset, score } of lists.flat()) sums.set(asset, (sums.get(asset) ?? 0) + score);
  const ranked = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
};

/** One asset a beat, the least shown so far among those nearly as good as the best. */
export const spread = (
  lists: readonly (readonly Candidate[])[],
  margin: number,
): (string | null)[] => {
  const shown = new Map<string, number>();
  return lists.map((list) => {
    const top = Math.max(0, ...list.map(({ score }) => score));
    const near = list.filter(({ score }) => score >= top - margin);
    const times = (asset: string): number => shown.get(asset) ?? 0;
    const [first] = [...near].sort((a, b) => times(a.asset) - times(b.asset) || b.score - a.score);
    if (first) shown.set(first.asset, times(first.asset) + 1);
    return first?.asset ?? null;
  });
};

/** Roles that stay the same through a video; the others change from beat to beat. */
export const staysTheSame: Record<AssetType, boolean> = {
  product: true,
  logo: true,
  person: true,
  prop: true,
  environment: false,
  texture: false,
};

/** A choice with its reasons and the rest of the list as alternatives. */
export const referenceTo = (
  asset: string,
  list: readonly Candidate[],
  extra: { reasons?: string[]; manual?: boolean; first?: readonly string[] } = {},
): Reference => {
  const chosen = list.find((candidate) => candidate.asset === asset);
  const rest = list.filter((candidate) => candidate.asset !== asset && candidate.parts.rights > 0);
  const isFirst = (candidate: Candidate): boolean =>
    extra.first?.includes(candidate.asset) ?? false;
  const ordered = [...rest.filter(isFirst), ...rest.filter((candidate) => !isFirst(candidate))];
  return {
    asset,
    score: chosen?.score ?? 0,
    // What a person chose is right by definition.
    confidence: extra.manual ? 1 : (chosen?.confidence ?? 0),
    reasons: [...(chosen?.reasons ?? []), ...(extra.reasons ?? [])],
    ...(chosen && { parts: chosen.parts }),
    alternatives: ordered.map(({ asset: other, score, reasons, parts }) => ({
      asset: other,
      ...{ score, reasons, parts },
    })),
    manual: extra.manual ?? false,
  };
};
