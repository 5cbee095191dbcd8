import type { RunSql } from './sql';

/** Tables and indexes of the words that assets are found by. Shape: `version` is that of the code that wrote the words. */
export const wordTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_words (
     asset_id integer PRIMARY KEY REFERENCES reference_assets(id) ON DELETE CASCADE,
     document tsvector NOT NULL
   )`,
  `ALTER TABLE reference_asset_words ADD COLUMN IF NOT EXISTS version smallint NOT NULL DEFAULT 0`,
  // Without a value where a snapshot of older code is put back. Set by the database, so that nobody's write goes unseen.
  `ALTER TABLE reference_asset_words ADD COLUMN IF NOT EXISTS written_at timestamptz DEFAULT now()`,
  `CREATE OR REPLACE FUNCTION reference_asset_words_written() RETURNS trigger LANGUAGE plpgsql AS
     'BEGIN NEW.written_at := clock_timestamp(); RETURN NEW; END'`,
  `CREATE OR REPLACE TRIGGER reference_asset_words_written BEFORE INSERT OR UPDATE ON reference_asset_words
   FOR EACH ROW EXECUTE FUNCTION reference_asset_words_written()`,
  `CREATE INDEX IF NOT EXISTS reference_asset_words_written_at ON reference_asset_words (written_at)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_words_document ON reference_asset_words USING gin (document)`,
  // Holds what a comparison with the few assets of an owner reads, which would else fetch a page for each of them.
  `CREATE INDEX IF NOT EXISTS reference_assets_of_owner ON reference_assets (owner, id) INCLUDE (document_id, analysis_status)`,
  `DROP INDEX IF EXISTS reference_assets_owner`,
];

/** Half precision came with pgvector 0.7; it halves the table and loses nothing that a ranking could notice. */
const halvesFrom = '0.7';

/** Whether a version such as `0.8.2` is at least another. */
export const isAtLeast = (version: string, least: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
};

/** The type that vectors are kept and compared in. */
export const vectorType = (pgvector: string): 'halfvec' | 'vector' =>
  isAtLeast(pgvector, halvesFrom) ? 'halfvec' : 'vector';

/** Makes the table of vectors, or turns that of an older version into half precision, once. */
export const ensureVectorTable = async (sql: RunSql, pgvector: string): Promise<void> => {
  const type = vectorType(pgvector);
  await sql(`CREATE TABLE IF NOT EXISTS reference_asset_vectors (
    asset_id integer NOT NULL REFERENCES reference_assets(id) ON DELETE CASCADE,
    model text NOT NULL,
    embedding ${type} NOT NULL,
    PRIMARY KEY (asset_id, model)
  )`);
  const [column] = await sql<{ type: string }>(
    `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = 'reference_asset_vectors'::regclass AND attname = 'embedding'`,
  );
  if (type === 'halfvec' && column?.type === 'vector')
    await sql(
      `ALTER TABLE reference_asset_vectors ALTER COLUMN embedding TYPE halfvec USING embedding::halfvec`,
    );
};
