import { filterSql, type AssetFilter } from './asset-filter';
import type { RunSql } from './sql';
import { textVersion, type VersionedId } from './text-version';

/** A word of the library and how many assets have it. */
export interface KnownWord {
  word: string;
  count: number;
}

/** Asked words: any word of a group answers it. Shape: `weight` says what an answered group counts. */
export interface WordGroup {
  words: readonly string[];
  weight: number;
}

/** A word may hold letters and digits only; anything else would be read as an operator of the query. */
const lexeme = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');

const anyOf = (words: readonly string[]): string => {
  const safe = words.map(lexeme).filter((word) => word !== '');
  return safe.length === 0 ? '' : `(${safe.join(' | ')})`;
};

/**
 * Words of assets as PostgreSQL full text. Stemming, synonyms and scores are the library's business, which explains
 * what this index preselects; so the words are stored as they come.
 */
export const createWordsIndex = (sql: RunSql) => {
  let writes = 0;
  return {
    /** How often this process has written words, so that it knows when there are new ones without asking the database. */
    writes: (): number => writes,

    /** Stores the words of an asset, written by code of a version. */
    async put(assetId: number, words: readonly string[], version = 0): Promise<void> {
      const document = [...new Set(words.map(lexeme).filter((word) => word !== ''))];
      await sql(
        `INSERT INTO reference_asset_words (asset_id, document, version) VALUES (?, array_to_tsvector(?::text[]), ?)
       ON CONFLICT (asset_id) DO UPDATE SET document = EXCLUDED.document, version = EXCLUDED.version`,
        [assetId, document, version],
      );
      writes += 1;
    },

    /**
     * Assets that answer the groups, those that answer most first. Shape: with `all` only assets that answer every
     * group, which stays cheap where each group alone would bring up a tenth of the library.
     *
     * The words are ranked first and assets looked up in that order until there are enough: left to itself the database reads
     * the whole table of assets to join some hundred of them. One common word is followed from the newest asset on instead, as
     * all that have it need not be known. Of several together most of the library might have to be read that way, and the
     * database, which takes a comparison for as cheap as one of numbers, would: so it is not told before what is asked for.
     */
    async matching(
      groups: readonly WordGroup[],
      filter: AssetFilter,
      { limit, all }: { limit: number; all: boolean },
    ): Promise<VersionedId[]> {
      const asked = groups
        .map(({ words, weight }) => ({ query: anyOf(words), weight }))
        .filter(({ query }) => query !== '');
      if (asked.length === 0) return [];
      const where = filterSql(filter);
      const isRanked = !all && asked.length > 1;
      const sum = asked
        .map(() => `CASE WHEN w.document @@ ?::tsquery THEN ?::float ELSE 0 END`)
        .join(' + ');
      const ranked =
        asked.length > 1
          ? `SELECT w.asset_id, ${isRanked ? sum : '0'} AS rank
             FROM (SELECT ?::tsquery AS query OFFSET 0) asked CROSS JOIN reference_asset_words w
             WHERE w.document @@ asked.query ORDER BY rank DESC, w.asset_id DESC OFFSET 0`
          : `SELECT w.asset_id, 0 AS rank FROM reference_asset_words w WHERE w.document @@ ?::tsquery`;
      return sql<VersionedId>(
        `SELECT found."documentId", found.version FROM (${ranked}) ranked
         CROSS JOIN LATERAL (
           SELECT a.document_id AS "documentId", ${textVersion} FROM reference_assets a
           WHERE a.id = ranked.asset_id AND ${where.text} OFFSET 0) found
         ORDER BY ranked.rank DESC, ranked.asset_id DESC LIMIT ?`,
        [
          ...(isRanked ? asked.flatMap(({ query, weight }) => [query, weight]) : []),
          asked.map(({ query }) => query).join(all ? ' & ' : ' | '),
          ...where.bindings,
          limit,
        ],
      );
    },

    /** The commonest words of the library, for finding what a misspelt one may have meant. Shape: `at` is for {@link wordsSince}. */
    async vocabulary(
      limit: number,
    ): Promise<{ words: KnownWord[]; documents: number; at: string }> {
      const [all] = await sql<{ documents: string; at: string }>(
        `SELECT count(*) AS documents, clock_timestamp()::text AS at FROM reference_asset_words`,
      );
      const words = await sql<KnownWord>(
        `SELECT word, ndoc AS count FROM ts_stat('SELECT document FROM reference_asset_words') ORDER BY ndoc DESC, word LIMIT ?`,
        [limit],
      );
      return { words, documents: Number(all.documents), at: all.at };
    },

    /**
     * Words of the assets whose words were written since a moment of the database, each with a count among those; and the
     * moment to ask from next. Shape: what was written shortly before counts as well, as it may not have been committed then.
     */
    async wordsSince(at: string, limit: number): Promise<{ words: KnownWord[]; at: string }> {
      const rows = await sql<KnownWord & { at: string }>(
        `SELECT word, count(*)::int AS count, clock_timestamp()::text AS at
       FROM reference_asset_words w, unnest(tsvector_to_array(w.document)) AS word
       WHERE w.written_at > ?::timestamptz - interval '5 seconds' GROUP BY word ORDER BY word LIMIT ?`,
        [at, limit],
      );
      return { words: rows, at: rows[0]?.at ?? at };
    },

    /** Document ids of analysed assets whose words were never written or by older code. */
    async outdated(version: number, limit: number): Promise<string[]> {
      const rows = await sql<{ documentId: string }>(
        `SELECT a.document_id AS "documentId" FROM reference_assets a LEFT JOIN reference_asset_words w ON w.asset_id = a.id
       WHERE a.analysis_status = 'done' AND (w.version IS NULL OR w.version < ?) ORDER BY a.id LIMIT ?`,
        [version, limit],
      );
      return rows.map((row) => row.documentId);
    },
  };
};
export type WordsIndex = ReturnType<typeof createWordsIndex>;
