/** Our own tables of the editorial review: what happened, and the links of guests; see `own-tables`. */
export const reviewTables = [
  `CREATE UNIQUE INDEX IF NOT EXISTS reference_asset_versions_number
     ON reference_asset_versions (video, number)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_comments_video ON reference_asset_comments (video)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_activity (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at timestamptz NOT NULL DEFAULT now(),
     subject text NOT NULL CHECK (subject IN ('asset', 'video')),
     subject_id text NOT NULL,
     actor text NOT NULL,
     actor_kind text NOT NULL,
     action text NOT NULL,
     detail text
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_activity_subject
     ON reference_asset_activity (subject, subject_id, id DESC)`,
  `CREATE OR REPLACE FUNCTION reference_asset_activity_is_final() RETURNS trigger LANGUAGE plpgsql AS
     'BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || '' is append-only''; END'`,
  `CREATE OR REPLACE TRIGGER reference_asset_activity_final
     BEFORE UPDATE OR DELETE ON reference_asset_activity
     FOR EACH ROW EXECUTE FUNCTION reference_asset_activity_is_final()`,
  `CREATE TABLE IF NOT EXISTS reference_asset_review_links (
     id text PRIMARY KEY,
     video text NOT NULL,
     label text NOT NULL,
     token_hash text NOT NULL UNIQUE,
     password_hash text,
     may_approve boolean NOT NULL DEFAULT false,
     created_by text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     expires_at timestamptz NOT NULL,
     revoked_at timestamptz,
     last_seen_at timestamptz,
     tries integer NOT NULL DEFAULT 0,
     locked_until timestamptz
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_review_links_video ON reference_asset_review_links (video)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_review_sessions (
     token_hash text PRIMARY KEY,
     link_id text NOT NULL REFERENCES reference_asset_review_links(id) ON DELETE CASCADE,
     guest text NOT NULL,
     expires_at timestamptz NOT NULL
   )`,
];
