import type { Pair } from '../../stores/pairs';

type Bond = Pick<Pair, 'one' | 'other'>;

/** Sets of ids that grow together, and which of them must stay apart. */
const createSets = (apart: readonly Bond[]) => {
  const setOf = new Map<string, string[]>();
  const enemies = new Map<string, Set<string>>();
  const note = (id: string, other: string) =>
    enemies.set(id, (enemies.get(id) ?? new Set()).add(other));
  for (const { one, other } of apart) {
    note(one, other);
    note(other, one);
  }
  const membersOf = (id: string): string[] => setOf.get(id) ?? [id];
  return {
    membersOf,
    /** Joins the sets of two ids, unless two of their members must stay apart. */
    join(one: string, other: string): void {
      const [large, small] = [membersOf(one), membersOf(other)].sort((a, b) => b.length - a.length);
      if (large === small || large.includes(small[0])) return;
      const isForbidden = small.some((id) => {
        const theirs = enemies.get(id);
        return theirs !== undefined && large.some((member) => theirs.has(member));
      });
      if (isForbidden) return;
      large.push(...small);
      for (const id of large) setOf.set(id, large);
    },
  };
};

/**
 * Sets of assets that hang together by pairs, each with its pairs; the first pair's set first.
 *
 * The surest pairs are joined first, and no set ever holds two assets of `apart`: a chain of likenesses must not make
 * duplicates of variants, nor of what a person told apart.
 */
export const joinPairs = (pairs: readonly Pair[], apart: readonly Bond[] = []): Pair[][] => {
  const sets = createSets(apart);
  for (const { one, other } of [...pairs].sort((a, b) => b.score - a.score)) sets.join(one, other);
  const found = new Map<string[], Pair[]>();
  for (const pair of pairs) {
    const set = sets.membersOf(pair.one);
    if (!set.includes(pair.other)) continue;
    const bonds = found.get(set);
    if (bonds) bonds.push(pair);
    else found.set(set, [pair]);
  }
  return [...found.values()];
};
