import { filterSql, type AssetFilter, type Scope } from './asset-filter';
import type { RunSql } from './sql';

/** A print of an asset's picture as it is stored; see `media/likeness/print.ts` for its shape. */
export interface StoredPrint {
  width: number;
  height: number;
  pixels: Uint8Array;
}
export interface AssetPrint extends StoredPrint {
  assetId: number;
  documentId: string;
  contentHash: string;
  /** Perceptual hashes under which it is found, 16 hex digits each. */
  hashes: string[];
}

/** A print without its pixels, near a perceptual hash. */
export interface NearHash {
  documentId: string;
  bits: number;
}

const bitsOf = (hash: string): string => BigInt(`0x${hash}`).toString(2).padStart(64, '0');

const hexOf = (bits: string): string => BigInt(`0b${bits}`).toString(16).padStart(16, '0');

const columns = `a.id AS "assetId", a.document_id AS "documentId", p.content_hash AS "contentHash",
  p.width, p.height, p.pixels,
  ARRAY(SELECT h.hash::text FROM reference_asset_hashes h WHERE h.asset_id = p.asset_id) AS hashes`;

/**
 * Prints of assets and the perceptual hashes under which they are found.
 *
 * The hashes are compared in the database, by counting the bits in which they differ: at ten thousand assets a scan of
 * half a megabyte.
 */
export const createPrints = (sql: RunSql) => ({
  /** Stores the print of an asset, which then waits to be compared. */
  async put(
    assetId: number,
    contentHash: string,
    { width, height, pixels }: StoredPrint,
    hashes: readonly string[],
  ): Promise<void> {
    await sql(
      `INSERT INTO reference_asset_prints (asset_id, content_hash, width, height, pixels) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (asset_id) DO UPDATE SET content_hash = EXCLUDED.content_hash, width = EXCLUDED.width,
         height = EXCLUDED.height, pixels = EXCLUDED.pixels, compared_at = NULL`,
      [assetId, contentHash, width, height, Buffer.from(pixels)],
    );
    await sql('DELETE FROM reference_asset_hashes WHERE asset_id = ?', [assetId]);
    await sql(
      `INSERT INTO reference_asset_hashes (asset_id, hash) SELECT DISTINCT ?::integer, h::bit(64) FROM unnest(?::text[]) h`,
      [assetId, hashes.map(bitsOf)],
    );
  },

  /** Assets whose hash differs from one of `hashes` in at most `bits` of 64, nearest first. */
  near(
    hashes: readonly string[],
    bits: number,
    filter: AssetFilter,
    limit: number,
  ): Promise<NearHash[]> {
    const where = filterSql(filter);
    return sql<NearHash>(
      `SELECT a.document_id AS "documentId", n.bits
       FROM (SELECT h.asset_id, min(bit_count(h.hash # q))::integer AS bits
             FROM reference_asset_hashes h, unnest(?::bit(64)[]) q
             WHERE bit_count(h.hash # q) <= ? GROUP BY h.asset_id) n
         JOIN reference_assets a ON a.id = n.asset_id
       WHERE ${where.text} ORDER BY n.bits, a.id LIMIT ?`,
      [hashes.map(bitsOf), bits, ...where.bindings, limit],
    );
  },

  /** Prints of some assets. */
  async of(documentIds: readonly string[]): Promise<AssetPrint[]> {
    const rows = await sql<AssetPrint>(
      `SELECT ${columns} FROM reference_asset_prints p JOIN reference_assets a ON a.id = p.asset_id
       WHERE a.document_id = ANY(?)`,
      [[...documentIds]],
    );
    return rows.map((row) => ({ ...row, hashes: row.hashes.map(hexOf) }));
  },

  /** Notes that an asset was compared with the library, unless its picture changed meanwhile. */
  async compared(assetId: number, contentHash: string): Promise<void> {
    await sql(
      `UPDATE reference_asset_prints SET compared_at = now() WHERE asset_id = ? AND content_hash = ?`,
      [assetId, contentHash],
    );
  },

  /** Whether all of some assets have been compared with the library. */
  async allCompared(documentIds: readonly string[]): Promise<boolean> {
    const [row] = await sql<{ count: string }>(
      `SELECT count(*) AS count FROM reference_asset_prints p JOIN reference_assets a ON a.id = p.asset_id
       WHERE a.document_id = ANY(?) AND p.compared_at IS NOT NULL`,
      [[...documentIds]],
    );
    return Number(row?.count ?? 0) >= new Set(documentIds).size;
  },

  /** How many assets were compared with the library, and how many wait for it. */
  async progress(scope: Scope): Promise<{ compared: number; waiting: number }> {
    const where = filterSql({ scope });
    const [row] = await sql<{ compared: string; waiting: string }>(
      `SELECT count(p.compared_at) AS compared, count(*) - count(p.compared_at) AS waiting
       FROM reference_assets a LEFT JOIN reference_asset_prints p ON p.asset_id = a.id WHERE ${where.text}`,
      where.bindings,
    );
    return { compared: Number(row.compared), waiting: Number(row.waiting) };
  },

  /** Document ids of assets that wait to be compared, oldest first. */
  async uncompared(limit: number): Promise<string[]> {
    const rows = await sql<{ documentId: string }>(
      `SELECT a.document_id AS "documentId" FROM reference_asset_prints p JOIN reference_assets a ON a.id = p.asset_id
       WHERE p.compared_at IS NULL ORDER BY a.id LIMIT ?`,
      [limit],
    );
    return rows.map((row) => row.documentId);
  },
});
export type Prints = ReturnType<typeof createPrints>;
