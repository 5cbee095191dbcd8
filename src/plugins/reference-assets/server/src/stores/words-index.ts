import { filterSql, type AssetFilter } from './asset-filter';
import type { RunSql } from './sql';

/** A word may hold letters and digits only; anything else would be read as an operator of the query. */
const lexeme = (word: string): string => word.replace(/[^\p{L}\p{N}]/gu, '');

const anyOf = (words: readonly string[]): string =>
  words
    .map(lexeme)
    .filter((word) => word.length > 0)
    .join(' | ');

/**
 * Words of assets as PostgreSQL full text (`simple` dictionary: stemming and synonyms are the library's business,
 * which scores and explains what this index preselects).
 */
export const createWordsIndex = (sql: RunSql) => ({
  /** Stores the words of an asset. */
  async put(assetId: number, words: readonly string[]): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_words (asset_id, document) VALUES (?, to_tsvector('simple', ?))
       ON CONFLICT (asset_id) DO UPDATE SET document = EXCLUDED.document`,
      [assetId, words.join(' ')],
    );
  },

  /** Document ids of assets that hold any of the words, most of them first. */
  async matching(words: readonly string[], filter: AssetFilter, limit: number): Promise<string[]> {
    const query = anyOf(words);
    if (!query) return [];
    const where = filterSql(filter);
    const rows = await sql<{ documentId: string }>(
      `SELECT a.document_id AS "documentId"
       FROM reference_asset_words w JOIN reference_assets a ON a.id = w.asset_id, to_tsquery('simple', ?) q
       WHERE w.document @@ q AND ${where.text}
       ORDER BY ts_rank(w.document, q) DESC, a.id LIMIT ?`,
      [query, ...where.bindings, limit],
    );
    return rows.map((row) => row.documentId);
  },

  /** Every word of the library; for finding what a misspelt one may have meant. */
  async vocabulary(limit: number): Promise<string[]> {
    const rows = await sql<{ word: string }>(
      `SELECT word FROM ts_stat('SELECT document FROM reference_asset_words') ORDER BY ndoc DESC, word LIMIT ?`,
      [limit],
    );
    return rows.map((row) => row.word);
  },
});
export type WordsIndex = ReturnType<typeof createWordsIndex>;
