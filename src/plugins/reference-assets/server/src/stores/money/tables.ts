/**
 * Tables of accounts and of calls to vendors; the checks make a balance below zero impossible, whatever code runs.
 *
 * Units: US dollars with eight decimals; a balance that is NULL is not limited.
 */
export const moneyTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_accounts (
     name text PRIMARY KEY,
     balance_usd numeric(18,8),
     held_usd numeric(18,8) NOT NULL DEFAULT 0,
     owed_usd numeric(18,8) NOT NULL DEFAULT 0,
     monthly_cap_usd numeric(18,8),
     video_cap_usd numeric(18,8),
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK (held_usd >= 0 AND owed_usd >= 0),
     CHECK (balance_usd IS NULL OR balance_usd >= held_usd)
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_account_members (
     member text PRIMARY KEY,
     account text NOT NULL REFERENCES reference_asset_accounts(name) ON DELETE CASCADE
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_account_moves (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     move_key text NOT NULL UNIQUE,
     account text NOT NULL REFERENCES reference_asset_accounts(name),
     kind text NOT NULL,
     amount_usd numeric(18,8) NOT NULL,
     video text,
     note text,
     author text,
     at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_account_moves_month ON reference_asset_account_moves (account, at)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_account_moves_video ON reference_asset_account_moves (video)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_holds (
     hold_key text PRIMARY KEY,
     account text REFERENCES reference_asset_accounts(name),
     video text,
     amount_usd numeric(18,8) NOT NULL CHECK (amount_usd >= 0),
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_holds_video ON reference_asset_holds (video)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_vendor_jobs (
     id text PRIMARY KEY,
     call_key text NOT NULL,
     attempt integer NOT NULL,
     round integer NOT NULL DEFAULT 1,
     provider text NOT NULL,
     model text NOT NULL,
     step text NOT NULL,
     state text NOT NULL,
     wanted boolean NOT NULL DEFAULT true,
     video text,
     beat text,
     asset text,
     owner text,
     request jsonb NOT NULL,
     price_usd numeric(18,8) NOT NULL,
     cost_usd numeric(18,8),
     provider_job_id text,
     outputs jsonb,
     seconds double precision,
     error jsonb,
     holder text,
     looks integer NOT NULL DEFAULT 0,
     sent_at timestamptz,
     look_at timestamptz NOT NULL DEFAULT now(),
     ended_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (call_key, attempt)
   )`,
  `CREATE UNIQUE INDEX IF NOT EXISTS reference_asset_vendor_jobs_provider_job
     ON reference_asset_vendor_jobs (provider, provider_job_id) WHERE provider_job_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS reference_asset_vendor_jobs_due ON reference_asset_vendor_jobs (state, look_at)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_vendor_jobs_video ON reference_asset_vendor_jobs (video)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_vendor_pauses (
     provider text PRIMARY KEY,
     code text NOT NULL,
     message text NOT NULL,
     times integer NOT NULL DEFAULT 1,
     since timestamptz NOT NULL DEFAULT now(),
     until timestamptz NOT NULL
   )`,
  `CREATE TABLE IF NOT EXISTS reference_asset_webhooks (
     id text PRIMARY KEY,
     provider text NOT NULL,
     at timestamptz NOT NULL DEFAULT now()
   )`,
];

/**
 * Indexes of the ledger, whose table is Strapi's: `unique` of an attribute is only looked up by it, never enforced.
 *
 * A ledger that has a line twice from before keeps both, for people to correct, and is found by a plain index.
 */
export const ledgerIndexes = [
  `DO $$ BEGIN
     CREATE UNIQUE INDEX IF NOT EXISTS reference_asset_spend_entry_key ON reference_asset_spend (entry_key);
   EXCEPTION WHEN unique_violation THEN
     RAISE WARNING 'reference_asset_spend has several lines of one entry_key: correct them to have it unique';
     CREATE INDEX IF NOT EXISTS reference_asset_spend_entry_key_lines ON reference_asset_spend (entry_key);
   END $$`,
  `CREATE INDEX IF NOT EXISTS reference_asset_spend_video ON reference_asset_spend (video)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_spend_beat ON reference_asset_spend (beat)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_spend_owner ON reference_asset_spend (owner)`,
  `CREATE INDEX IF NOT EXISTS reference_asset_spend_created_at ON reference_asset_spend (created_at)`,
];
