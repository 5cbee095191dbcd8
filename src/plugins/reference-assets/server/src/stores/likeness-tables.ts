/** Tables for comparing pictures and for what came of it; a part of our own tables. */
export const likenessTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_prints (
     asset_id integer PRIMARY KEY REFERENCES reference_assets(id) ON DELETE CASCADE,
     content_hash text NOT NULL,
     width integer NOT NULL,
     height integer NOT NULL,
     pixels bytea NOT NULL,
     compared_at timestamptz
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_prints_uncompared
     ON reference_asset_prints (asset_id) WHERE compared_at IS NULL`,
  `CREATE TABLE IF NOT EXISTS reference_asset_hashes (
     asset_id integer NOT NULL REFERENCES reference_assets(id) ON DELETE CASCADE,
     hash bit(64) NOT NULL,
     PRIMARY KEY (asset_id, hash)
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_pairs (
     one integer NOT NULL REFERENCES reference_assets(id) ON DELETE CASCADE,
     other integer NOT NULL REFERENCES reference_assets(id) ON DELETE CASCADE,
     class text NOT NULL,
     score real NOT NULL,
     PRIMARY KEY (one, other),
     CHECK (one < other)
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_pairs_other ON reference_asset_pairs (other)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_distinctions (
     one integer NOT NULL REFERENCES reference_assets(id) ON DELETE CASCADE,
     other integer NOT NULL REFERENCES reference_assets(id) ON DELETE CASCADE,
     said_by text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (one, other),
     CHECK (one < other)
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_merges (
     id uuid PRIMARY KEY,
     kept text NOT NULL,
     merged text NOT NULL,
     owner text,
     said_by text NOT NULL,
     file_ids integer[] NOT NULL,
     record jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
];
