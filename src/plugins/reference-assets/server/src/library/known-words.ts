import type { KnownWord, WordsIndex } from '../stores/words-index';
import { createVocabulary, type Vocabulary } from './words';

export type VocabularyIndex = Pick<WordsIndex, 'vocabulary' | 'wordsSince' | 'writes'>;

const mostWords = 50_000;
/** A vocabulary is read as a whole again after this long, or after many times what reading it took: for its counts. */
const freshMs = 30_000;
const freshTimesCost = 60;
/** What other processes wrote is looked for this often while there are searches; a search waits this long for a look at most. */
const lookMs = 100;
/** New words make a new vocabulary, as often as that takes a small share of the time. */
const growTimesCost = 40;

interface Known {
  vocabulary: Vocabulary;
  /** Moment of the database up to which new words are in it. */
  at: string;
  until: number;
}

/** Whether work that does not fail ended within a time. */
const endsWithin = async (work: Promise<unknown>, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ms, false)));
  const isOver = await Promise.race([work.then(() => true), enough]);
  clearTimeout(timer);
  return isOver;
};

/** The same vocabulary as long as the library says the same: what it worked out about words stays good. */
const understood = (
  before: Vocabulary | undefined,
  words: readonly KnownWord[],
  documents: number,
): Vocabulary => {
  const isSame =
    before?.documents === documents &&
    before.entries.length === words.length &&
    before.entries.every(
      ({ word, count }, at) => word === words[at].word && count === words[at].count,
    );
  return before && isSame ? before : createVocabulary(words, documents);
};

/**
 * The library's vocabulary.
 *
 * Reading all of it takes long in a large library: only the first search waits for that, and it is repeated beside the
 * searches. What came in since is asked for before a search, so that one right after a change knows its words.
 */
export const createKnownWords = (index: VocabularyIndex): (() => Promise<Vocabulary>) => {
  let first: Promise<Known> | undefined;
  let known: Known | undefined;
  let isReading = false;
  let looking: Promise<void> | undefined;
  let lookedAt = 0;
  let seenWrites = 0;
  let growsFrom = 0;

  const read = async (): Promise<Known> => {
    const started = Date.now();
    const { words, documents, at } = await index.vocabulary(mostWords);
    const fresh = Math.max(freshMs, freshTimesCost * (Date.now() - started));
    known = {
      vocabulary: understood(known?.vocabulary, words, documents),
      ...{ at, until: Date.now() + fresh },
    };
    return known;
  };
  const readAgain = (): void => {
    if (isReading) return;
    isReading = true;
    read()
      .catch(() => undefined) // the words known so far go on answering; the next search tries again
      .finally(() => (isReading = false));
  };

  const grow = (words: readonly KnownWord[]): void => {
    const current = known as Known;
    const { vocabulary } = current;
    const added = words.filter(({ word }) => !vocabulary.knows(word));
    if (added.length === 0) return;
    const started = performance.now();
    const entries = [...vocabulary.entries, ...added];
    known = { ...current, vocabulary: createVocabulary(entries, vocabulary.documents) };
    growsFrom = Date.now() + growTimesCost * (performance.now() - started);
  };
  const look = async (): Promise<void> => {
    const asked = known as Known;
    seenWrites = index.writes();
    try {
      const { words, at } = await index.wordsSince(asked.at, mostWords);
      // Read as a whole meanwhile, it is asked again from there.
      if (known?.at === asked.at) known = { ...known, at };
      grow(words);
    } catch {
      // As above: what is known goes on answering.
    } finally {
      looking = undefined;
      lookedAt = Date.now();
    }
  };

  const isDue = (): boolean => {
    const now = Date.now();
    return now >= growsFrom && (now >= lookedAt + lookMs || index.writes() !== seenWrites);
  };

  return async () => {
    first ??= read().catch((error: unknown) => {
      first = undefined;
      throw error;
    });
    await first;
    if (Date.now() > (known as Known).until) readAgain();
    // A look that is under way may have begun before the last write.
    for (let looks = 0; looks < 2 && (looking || isDue()); looks += 1)
      if (!(await endsWithin((looking ??= look()), lookMs))) break;
    return (known as Known).vocabulary;
  };
};
