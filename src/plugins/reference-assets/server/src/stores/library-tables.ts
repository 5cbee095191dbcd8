/** Our own tables of working in the library: changes that can be undone, searches people keep; see `own-tables`. */
export const libraryTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_changes (
     id uuid PRIMARY KEY,
     author text NOT NULL,
     assets jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     undone_at timestamptz
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_saved_searches (
     id uuid PRIMARY KEY,
     person text NOT NULL,
     name text NOT NULL,
     query text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (person, name)
   )`,
];
