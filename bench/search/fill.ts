import type { RunSql } from '../../src/plugins/reference-assets/server/src/stores/sql';
import { createRandom } from '../../tests/eval/figures';

export const dimension = 768;
export const model = 'bench';

const themes = 400;
const nearness = 0.55;
const batch = 500;

/** Normally distributed numbers that are the same in every run. */
const createNormal = (seed: number): (() => number) => {
  const random = createRandom(seed);
  return () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
};

const unit = (vector: Float64Array): Float64Array => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

/** Vectors as embeddings lie: around themes, each with its own spread. */
export const createVectorMaker = (seed: number) => {
  const normal = createNormal(seed);
  const random = createRandom(seed + 1);
  const draw = () => unit(Float64Array.from({ length: dimension }, normal));
  const centres = Array.from({ length: themes }, draw);
  return (): Float64Array => {
    const centre = centres[Math.floor(random() ** 1.5 * themes)];
    const own = draw();
    return unit(centre.map((value, index) => value + nearness * own[index]));
  };
};

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

const insertBatch = async (
  sql: RunSql,
  name: string,
  from: number,
  count: number,
  { make, random }: { make: () => Float64Array; random: () => number },
) => {
  const rows = Array.from({ length: count }, (_, index) => {
    const words = wordsFor(random);
    return {
      id: from + index,
      documentId: `bench${String(from + index).padStart(12, '0')}`,
      words,
      owner: ownerFor(random),
      vector: `[${Array.from(make(), (value) => value.toFixed(5)).join(',')}]`,
    };
  });
  await sql(
    `INSERT INTO reference_assets (id, document_id, name, description, asset_type, owner, colors, dominant_colors, style_tags, analysis_status)
     SELECT r.id, r.doc, r.name, r.name || ' on a plain background, seen from the front', 'product', r.owner, '[]', '[]', '[]', 'done'
     FROM unnest(?::int[], ?::text[], ?::text[], ?::text[]) AS r(id, doc, name, owner)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.documentId),
      rows.map((row) => row.words.join(' ')),
      rows.map((row) => row.owner),
    ],
  );
  await sql(
    `INSERT INTO reference_asset_words (asset_id, document, version)
     SELECT r.id, array_to_tsvector(string_to_array(r.words, ' ')), 1 FROM unnest(?::int[], ?::text[]) AS r(id, words)`,
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
  make: () => Float64Array,
  name: string,
): Promise<void> => {
  const random = createRandom(from + 3);
  for (let at = from; at < to; at += batch)
    await insertBatch(sql, name, at + 1, Math.min(batch, to - at), { make, random });
  await sql('ANALYZE reference_assets');
  await sql('ANALYZE reference_asset_vectors');
  await sql('ANALYZE reference_asset_words');
};
