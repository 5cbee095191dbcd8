import type { DuplicateClass } from '../../../shared/contracts/duplicates';
import { filterSql, type Scope } from './asset-filter';
import type { RunSql } from './sql';

/** Two assets that were found to show the same, by document id. */
export interface Pair {
  one: string;
  other: string;
  class: DuplicateClass;
  score: number;
}

const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a]);

/** Leaves out what a person said is no duplicate. */
const undisputed = `NOT EXISTS (
  SELECT 1 FROM reference_asset_distinctions d WHERE d.one = p.one AND d.other = p.other)`;

/** Pairs of assets that show the same, as they were found when each was compared, and those that people told apart. */
export const createPairs = (sql: RunSql) => ({
  /** Stores what an asset was found to be like, in place of what was found before, as far as both are still there. */
  async replaceOf(
    assetId: number,
    found: readonly { assetId: number; class: DuplicateClass; score: number }[],
  ): Promise<void> {
    // Assets before their pairs, as whoever deletes an asset: otherwise the two would wait for each other.
    const rows = await sql<{ id: number }>(
      'SELECT id FROM reference_assets WHERE id = ANY(?) ORDER BY id FOR KEY SHARE',
      [[assetId, ...found.map((one) => one.assetId)]],
    );
    const there = new Set(rows.map(({ id }) => id));
    if (!there.has(assetId)) return;
    await sql('DELETE FROM reference_asset_pairs WHERE one = ? OR other = ?', [assetId, assetId]);
    const pairs = [...new Map(found.map((pair) => [pair.assetId, pair])).values()].filter((pair) =>
      there.has(pair.assetId),
    );
    await sql(
      `INSERT INTO reference_asset_pairs (one, other, class, score)
       SELECT least(f.id, ?), greatest(f.id, ?), f.class, f.score
       FROM unnest(?::int[], ?::text[], ?::float[]) AS f(id, class, score)
       ON CONFLICT (one, other) DO UPDATE SET class = EXCLUDED.class, score = EXCLUDED.score`,
      [
        ...[assetId, assetId],
        pairs.map((pair) => pair.assetId),
        pairs.map((pair) => pair.class),
        pairs.map((pair) => pair.score),
      ],
    );
  },

  /** Pairs of some classes in which both assets can be seen; with `documentIds` those with one of them. */
  all(
    classes: readonly DuplicateClass[],
    scope: Scope,
    documentIds?: readonly string[],
  ): Promise<Pair[]> {
    const where = filterSql({ scope });
    const other = where.text.replaceAll('a.', 'b.');
    const narrowed = documentIds ? 'AND (a.document_id = ANY(?) OR b.document_id = ANY(?))' : '';
    return sql<Pair>(
      `SELECT a.document_id AS one, b.document_id AS other, p.class, p.score
       FROM reference_asset_pairs p JOIN reference_assets a ON a.id = p.one JOIN reference_assets b ON b.id = p.other
       WHERE p.class = ANY(?) AND ${undisputed} AND ${where.text} AND ${other} ${narrowed}
       ORDER BY p.other DESC, p.one`,
      [
        [...classes],
        ...where.bindings,
        ...where.bindings,
        ...(documentIds ? [[...documentIds], [...documentIds]] : []),
      ],
    );
  },

  /** Pairs that must never be in one group: variants, and what people told apart. */
  apart(scope: Scope): Promise<Pick<Pair, 'one' | 'other'>[]> {
    const where = filterSql({ scope });
    return sql(
      `SELECT a.document_id AS one, b.document_id AS other
       FROM (SELECT one, other FROM reference_asset_pairs WHERE class = 'variant'
             UNION SELECT one, other FROM reference_asset_distinctions) p
         JOIN reference_assets a ON a.id = p.one JOIN reference_assets b ON b.id = p.other
       WHERE ${where.text} AND ${where.text.replaceAll('a.', 'b.')}`,
      [...where.bindings, ...where.bindings],
    );
  },

  /** How many pairs of each class there are, without those that people told apart. */
  async counts(scope: Scope): Promise<{ class: DuplicateClass; count: number }[]> {
    const where = filterSql({ scope });
    const rows = await sql<{ class: DuplicateClass; count: string }>(
      `SELECT p.class, count(*) AS count
       FROM reference_asset_pairs p JOIN reference_assets a ON a.id = p.one JOIN reference_assets b ON b.id = p.other
       WHERE ${undisputed} AND ${where.text} AND ${where.text.replaceAll('a.', 'b.')}
       GROUP BY p.class ORDER BY p.class`,
      [...where.bindings, ...where.bindings],
    );
    return rows.map((row) => ({ class: row.class, count: Number(row.count) }));
  },

  /** Remembers that two assets are not the same, whatever their pictures say. */
  async distinguish(one: number, other: number, saidBy: string): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_distinctions (one, other, said_by) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
      [...ordered(one, other), saidBy],
    );
  },

  /** Document ids of what people said an asset is no duplicate of. */
  async distinctFrom(documentId: string): Promise<string[]> {
    const rows = await sql<{ documentId: string }>(
      `SELECT b.document_id AS "documentId" FROM reference_asset_distinctions d
         JOIN reference_assets a ON a.id IN (d.one, d.other)
         JOIN reference_assets b ON b.id IN (d.one, d.other) AND b.id <> a.id
       WHERE a.document_id = ?`,
      [documentId],
    );
    return rows.map((row) => row.documentId);
  },
});
export type Pairs = ReturnType<typeof createPairs>;
