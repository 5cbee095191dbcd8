import { areOneThing, areSynonyms, isKindOf, isNounKindOf } from './synonyms';

export type RelationKind = 'same' | 'synonym' | 'kind' | 'topic' | 'part' | 'beginning' | 'typo';
export type Relation = { kind: RelationKind; strength: number };

const isLongerByE = (long: string, short: string): boolean =>
  long.length === short.length + 1 && long.endsWith('e') && long.startsWith(short);

const sameButForE = (a: string, b: string): boolean =>
  a === b || isLongerByE(a, b) || isLongerByE(b, a);

/** Whether one insertion, deletion, replacement or swap of neighbours turns `a` into `b`. */
const isOneEditApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
};

const isTypo = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 4 &&
  Math.max(a.length, b.length) >= 5 &&
  a[0] === b[0] &&
  !/\d/.test(a + b) &&
  isOneEditApart(a, b);

/** A compound that ends in what is asked: "laufschuh" for "schuh". */
export const endsInIt = (query: string, word: string): Relation | null =>
  query.length >= 5 && word.length >= query.length + 3 && word.endsWith(query)
    ? { kind: 'part', strength: 0.7 }
    : null;

/**
 * How a stem of a document answers a stem of a query; null when it does not.
 *
 * Shape: `strength` 0–1. `part` is the last part of a compound ("laufschuh" for "schuh"), `beginning` a word typed half.
 */
export const relation = (query: string, word: string): Relation | null => {
  if (sameButForE(query, word)) return { kind: 'same', strength: 1 };
  if (areSynonyms(query, word)) return { kind: 'synonym', strength: 0.85 };
  if (isKindOf(word, query)) return { kind: 'kind', strength: 0.75 };
  if (areOneThing(query, word)) return { kind: 'synonym', strength: 0.8 };
  if (isNounKindOf(word, query)) return { kind: 'kind', strength: 0.72 };
  if (query.length >= 3 && word.startsWith(query)) {
    return { kind: 'beginning', strength: 0.35 + (0.5 * query.length) / word.length };
  }
  const part = endsInIt(query, word);
  if (part) return part;
  return isTypo(query, word) ? { kind: 'typo', strength: 0.6 } : null;
};
