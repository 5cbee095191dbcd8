import type { Encoder } from '../../providers/ports';
import type { Stores } from '../../stores';
import type { AssetFilter } from '../../stores/asset-filter';
import type { VersionedId } from '../../stores/text-version';
import type { WordFinder } from '../find-words';
import type { RankedList } from '../fuse';
import { colorWords, termScore, type AskedTerm, type ParsedSearch } from '../words';
import { cutVectors, cutWords } from './cut-off';
import { mayAnswer } from './leaves-out';
import type { QueryVectors } from './query-vectors';
import type { ReadText, TextReader } from './read-texts';

interface Needs extends Pick<Stores, 'cards' | 'vectors'> {
  encoder: Encoder;
  finder: WordFinder;
  queryVectors: QueryVectors;
  reader: TextReader;
  /** A model's text–image cosine as a score 0–1. */
  textImage(model: string, cosine: number): number;
}

/** What the words of a search found. Shape: `model` is that of the vectors, null when words alone answered. */
export interface TextLists {
  lists: RankedList[];
  model: string | null;
  /** Whether words ask for more than a colour. */
  asksForThings: boolean;
  /** The versions of what was found, by document id. */
  versions: ReadonlyMap<string, string>;
}

const poolSize = 200;
const vectorPool = 100;

/** Assets ranked by the words of a search and by what they mean. */
export const createTextLists = (needs: Needs) => {
  const { cards, vectors, finder, queryVectors, reader, textImage } = needs;
  const near = async (text: string, filter: AssetFilter) => {
    const asked = await queryVectors.of(text);
    if (!asked) return null;
    const { vector, model } = asked;
    const found = await vectors.nearest(model, vector, filter, vectorPool);
    const hits = found.map(({ documentId, version, distance }) => ({
      id: documentId,
      version,
      score: textImage(model, 1 - distance),
    }));
    return { model, hits: cutVectors(hits) };
  };

  const worded = (rows: readonly ReadText[], terms: readonly AskedTerm[]): RankedList['hits'] =>
    cutWords(
      rows.flatMap((row) => {
        const { score, matched } = termScore(terms, row);
        return score > 0 ? [{ id: row.documentId, score, reasons: matched }] : [];
      }),
    );

  /** What a search without telling words starts from: it only leaves something out. */
  const rest = async (search: ParsedSearch, filter: AssetFilter): Promise<VersionedId[]> =>
    search.words.length === 0 && search.excluded.length > 0
      ? cards.versions(await cards.ids(filter, { offset: 0, limit: poolSize }))
      : [];

  return {
    async lists(text: string, search: ParsedSearch, filter: AssetFilter): Promise<TextLists> {
      if (text === '') return { lists: [], model: null, asksForThings: false, versions: new Map() };
      const terms = await finder.terms(search.words);
      const meaning = search.words.length > 0 ? near(search.plain, filter) : Promise.resolve(null);
      const [found, meant, left] = await Promise.all([
        terms.length > 0 ? finder.candidates(terms, filter, poolSize) : [],
        meaning,
        rest(search, filter),
      ]);
      const versions = new Map([...found, ...left].map((one) => [one.documentId, one.version]));
      for (const { id, version } of meant?.hits ?? []) versions.set(id, version);
      const assets = [...versions].map(([documentId, version]) => ({ documentId, version }));
      const rows = (await reader.found(assets)).filter((row) => mayAnswer(row, search));
      const among = new Set(rows.map(({ documentId }) => documentId));
      const lists: RankedList[] = [
        { source: 'words', hits: left.length > 0 ? newestOf(rows) : worded(rows, terms) },
      ];
      if (meant)
        lists.push({ source: 'vector', hits: meant.hits.filter(({ id }) => among.has(id)) });
      return {
        lists,
        model: meant?.model ?? null,
        asksForThings: search.words.some((word) => !colorWords.has(word)),
        versions,
      };
    },
  };
};

const newestOf = (rows: readonly ReadText[]): RankedList['hits'] =>
  rows.map(({ documentId }, index) => ({ id: documentId, score: 1 - index / 1000, reasons: [] }));
