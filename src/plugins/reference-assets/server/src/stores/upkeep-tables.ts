/** Tables for keeping the library true; a part of our own tables. */
export const upkeepTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_states (
     key text PRIMARY KEY,
     value jsonb NOT NULL,
     updated_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_file_checks (
     file_id integer PRIMARY KEY REFERENCES files(id) ON DELETE CASCADE,
     fingerprint text NOT NULL,
     checked_at timestamptz NOT NULL DEFAULT now()
   )`,
  `ALTER TABLE reference_asset_file_checks ADD COLUMN IF NOT EXISTS owner text`,
  `CREATE TABLE IF NOT EXISTS reference_asset_imports (
     id uuid PRIMARY KEY,
     request jsonb NOT NULL,
     owner text,
     total integer NOT NULL,
     taken integer NOT NULL DEFAULT 0,
     last_file_id integer NOT NULL DEFAULT 0,
     ended_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
];
