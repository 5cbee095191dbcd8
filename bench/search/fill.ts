import { analysisVersion, uids } from '../../src/plugins/reference-assets/server/src/constants';
import { descriptorModel } from '../../src/plugins/reference-assets/server/src/library/encoding';
import { wordsVersion } from '../../src/plugins/reference-assets/server/src/library/index-words';
import type { RunSql } from '../../src/plugins/reference-assets/server/src/stores/sql';
import { createRandom } from '../../tests/eval/figures';
import type { VectorMaker } from './embedding-like';

export const model = 'bench';

const batch = 500;

const nouns =
  'shoe kettle mug camera watch bottle lamp chair table bag jacket car bike phone speaker plant tower bridge lake forest beach mountain street kitchen office garden dog cat bird cup plate vase clock sofa pillow candle book pen glass ring'.split(
    ' ',
  );
const qualities =
  'red blue green black white yellow small large modern wooden leather steel vintage outdoor winter summer running travel sport city night morning soft matte'.split(
    ' ',
  );

/** Words of one asset: common ones, and a rare one of its own kind. */
const wordsFor = (random: () => number): string[] => [
  nouns[Math.floor(random() ** 2 * nouns.length)],
  qualities[Math.floor(random() * qualities.length)],
  qualities[Math.floor(random() * qualities.length)],
  `sku${Math.floor(random() * 20_000)}`,
];

/** Searches as people type them, of words that the filled library has. */
export const searchesFor = (count: number): string[] => {
  const random = createRandom(5);
  return Array.from({ length: count }, () => {
    const [noun, quality] = wordsFor(random);
    return random() < 0.5 ? `${quality} ${noun}` : noun;
  });
};

/** Owners by how much of the library they have. */
export const ownerShares = [
  ['one-percent', 0.01],
  ['ten-percent', 0.1],
  ['half', 0.5],
] as const;

const ownerFor = (random: () => number): string | null => {
  let at = random();
  for (const [owner, share] of ownerShares) {
    if (at < share) return owner;
    at -= share;
  }
  return 'others';
};

/** The files of a batch of assets, each with its picture and its thumbnail, so that a reconcile finds nothing amiss. */
const insertFiles = async (sql: RunSql, from: number, count: number): Promise<void> => {
  const range = [from, from + count - 1];
  await sql(
    `INSERT INTO files (id, document_id, name, url, mime, width, height, size, folder_path)
     SELECT id, 'file' || id, 'img_' || id || '.jpg', '/uploads/img_' || id || '.jpg', 'image/jpeg', 1600, 1200, 220, '/'
     FROM generate_series(?::int, ?::int) AS r(id)`,
    range,
  );
  await sql(
    `INSERT INTO files_related_mph (file_id, related_id, related_type, field, "order")
     SELECT id, id, ?, field, 1 FROM generate_series(?::int, ?::int) AS r(id), unnest(ARRAY['file', 'thumbnail']) AS field`,
    [uids.asset, ...range],
  );
};

/** What an analysis leaves beside an asset, where the database has room for it, so that a reconcile owes nothing. */
const insertTraces = async (sql: RunSql, from: number, count: number): Promise<void> => {
  const [{ there }] = await sql<{ there: boolean }>(
    `SELECT to_regclass('reference_asset_prints') IS NOT NULL AS there`,
  );
  if (!there) return;
  const range = [from, from + count - 1];
  await sql(
    `INSERT INTO reference_asset_prints (asset_id, content_hash, width, height, pixels, compared_at)
     SELECT id, 'hash' || id, 16, 16, ''::bytea, now() FROM generate_series(?::int, ?::int) AS r(id)`,
    range,
  );
  await sql(
    `INSERT INTO reference_asset_vectors (asset_id, model, embedding)
     SELECT id, ?, array_fill((1 + id % 7)::real, ARRAY[64])::vector::halfvec FROM generate_series(?::int, ?::int) AS r(id)`,
    [descriptorModel, ...range],
  );
};

const insertBatch = async (
  sql: RunSql,
  name: string,
  from: number,
  count: number,
  { make, random }: { make: VectorMaker; random: () => number },
) => {
  const rows = Array.from({ length: count }, (_, index) => {
    const words = wordsFor(random);
    return {
      id: from + index,
      documentId: `bench${String(from + index).padStart(12, '0')}`,
      words,
      owner: ownerFor(random),
      vector: `[${Array.from(make.picture(), (value) => value.toFixed(5)).join(',')}]`,
    };
  });
  await sql(
    `INSERT INTO reference_assets (id, document_id, name, description, asset_type, owner, colors, dominant_colors, style_tags, file_id,
       analysis_status, analysis)
     SELECT r.id, r.doc, r.name, r.name || ' on a plain background, seen from the front', 'product', r.owner, '[]', '[]', '[]', r.id,
       'done', '{"measuredVersion": "${analysisVersion}"}'
     FROM unnest(?::int[], ?::text[], ?::text[], ?::text[]) AS r(id, doc, name, owner)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.documentId),
      rows.map((row) => row.words.join(' ')),
      rows.map((row) => row.owner),
    ],
  );
  await insertFiles(sql, from, count);
  await insertTraces(sql, from, count);
  await sql(
    `INSERT INTO reference_asset_words (asset_id, document, version)
     SELECT r.id, array_to_tsvector(string_to_array(r.words, ' ')), ${wordsVersion} FROM unnest(?::int[], ?::text[]) AS r(id, words)`,
    [rows.map((row) => row.id), rows.map((row) => [...new Set(row.words)].join(' '))],
  );
  await sql(
    `INSERT INTO reference_asset_vectors (asset_id, model, embedding)
     SELECT r.id, ?, r.vector::halfvec FROM unnest(?::int[], ?::text[]) AS r(id, vector)`,
    [name, rows.map((row) => row.id), rows.map((row) => row.vector)],
  );
};

/** Fills a library with assets `from` (inclusive) to `to` (exclusive). */
export const fill = async (
  sql: RunSql,
  from: number,
  to: number,
  make: VectorMaker,
  name: string,
): Promise<void> => {
  const random = createRandom(from + 3);
  for (let at = from; at < to; at += batch)
    await insertBatch(sql, name, at + 1, Math.min(batch, to - at), { make, random });
  await sql('ANALYZE files');
  await sql('ANALYZE files_related_mph');
  await sql('ANALYZE reference_assets');
  await sql('ANALYZE reference_asset_vectors');
  await sql('ANALYZE reference_asset_words');
};
