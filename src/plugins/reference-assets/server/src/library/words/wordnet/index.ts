import sets from './nouns.json';

/** Sets that have more kinds than this ("instrumentation", "organism") ask for nothing in particular. */
const mostKinds = 2500;

interface Nouns {
  /** The set that a stem means first. */
  setOf: Map<string, number>;
  stems: string[][];
  above: number[][];
  /** How many sets are a kind of a set, however far below. */
  kinds: number[];
}

const read = (): Nouns => {
  const setOf = new Map<string, number>();
  const stems: string[][] = [];
  const above: number[][] = [];
  const kinds = new Array<number>(sets.length).fill(0);
  for (const [index, line] of sets.entries()) {
    const [indexes, ...words] = line.split(' ');
    stems.push(words.filter((word) => word !== ''));
    above.push(indexes === '' ? [] : indexes.split(',').map(Number));
    for (const word of stems[index]) setOf.set(word, index);
  }
  // What a set is a kind of always stands before it, so that going backwards meets every kind before what it is a kind of.
  for (let index = sets.length - 1; index >= 0; index -= 1)
    for (const one of above[index]) kinds[one] += kinds[index] + 1;
  return { setOf, stems, above, kinds };
};

let known: Nouns | undefined;
const nouns = (): Nouns => (known ??= read());

/** The set that a stem names; of the two spellings that differ by a last e its own decides ("dune" is no "dun"). */
export const setOf = (stem: string): number | undefined => {
  const { setOf: sets } = nouns();
  return sets.get(stem) ?? sets.get(stem.endsWith('e') ? stem.slice(0, -1) : `${stem}e`);
};

/** Whether a stem is a noun of something that can be pictured. */
export const isNoun = (stem: string): boolean => setOf(stem) !== undefined;

/** Whether two stems name one thing. */
export const nameOneThing = (a: string, b: string): boolean => {
  const set = setOf(a);
  return set !== undefined && set === setOf(b);
};

/** Stems that name the same thing as a stem, itself left out. */
export const otherNamesOf = (stem: string): string[] => {
  const set = setOf(stem);
  return set === undefined ? [] : nouns().stems[set].filter((word) => word !== stem);
};

/** The sets of which a stem's set is a kind, nearest first; those that are too wide to ask for are left out. */
export const setsAbove = (stem: string): number[] => {
  const { above, kinds } = nouns();
  const set = setOf(stem);
  if (set === undefined) return [];
  const found = new Set<number>(above[set]);
  for (const one of found) above[one].forEach((other) => found.add(other));
  return [...found].filter((one) => kinds[one] <= mostKinds);
};
