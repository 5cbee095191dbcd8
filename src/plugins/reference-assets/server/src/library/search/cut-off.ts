import type { RankedList } from '../fuse';

type Hits = RankedList['hits'];

/** Share of the asked weight below which an asset does not answer, and how far behind the best it may lie. */
const leastAnswered = 0.45;
const leastOfBest = 0.7;

/** Keeps the assets whose words answer enough of what was asked, and not much less than the best does; none is an answer. */
export const cutWords = (hits: Hits): Hits => {
  const best = Math.max(0, ...hits.map(({ score }) => score));
  const least = Math.max(leastAnswered, leastOfBest * best);
  return hits.filter(({ score }) => score >= least);
};

const fewToCompare = 20;

/**
 * Keeps what stands out of its own crowd: cosines of a text mean nothing by themselves and lie differently for each
 * query and model.
 *
 * Source: field lesson 1: one query's best answer lies where another query's noise begins.
 */
export const cutVectors = <Hit extends Hits[number]>(hits: readonly Hit[]): Hit[] => {
  const sorted = [...hits].sort((a, b) => b.score - a.score);
  if (sorted.length < fewToCompare) return sorted.filter(({ score }) => score > 0);
  const middle = sorted[sorted.length >> 1].score;
  const least = (sorted[0].score + middle) / 2;
  return sorted.filter(({ score }) => score > 0 && score >= least);
};
