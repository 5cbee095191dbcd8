import { triggerOnce } from './trigger-once';

/**
 * What people and other systems are to be told, written by the database itself in the transaction of what happened: so
 * nothing is told that was rolled back, and nothing is forgotten, whoever changed a row and by whichever path. Rows are
 * written only where somebody asked for them, and for the panel's own list; see `own-tables`.
 */
export const deliveryTables = [
  `CREATE TABLE IF NOT EXISTS reference_asset_deliveries (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     channel text NOT NULL CHECK (channel IN ('panel', 'webhook', 'email')),
     target text NOT NULL,
     event text NOT NULL,
     data jsonb NOT NULL,
     at timestamptz NOT NULL DEFAULT clock_timestamp(),
     state text NOT NULL DEFAULT 'owed' CHECK (state IN ('owed', 'delivered', 'failed')),
     attempts integer NOT NULL DEFAULT 0,
     due_at timestamptz NOT NULL DEFAULT now(),
     held_until timestamptz,
     told jsonb NOT NULL DEFAULT '[]',
     status integer,
     problem text,
     tried_at timestamptz
   )`,
  `CREATE INDEX IF NOT EXISTS reference_asset_deliveries_due
     ON reference_asset_deliveries (due_at) WHERE state = 'owed'`,
  `CREATE INDEX IF NOT EXISTS reference_asset_deliveries_at ON reference_asset_deliveries (at DESC)`,
  `CREATE TABLE IF NOT EXISTS reference_asset_notices_seen (
     person integer PRIMARY KEY,
     at timestamptz NOT NULL
   )`,
  `CREATE OR REPLACE FUNCTION reference_asset_tell(about text, kind text, said jsonb) RETURNS void LANGUAGE sql AS $body$
     INSERT INTO reference_asset_deliveries (channel, target, event, data)
     SELECT 'webhook', endpoint->>'id', about, said
     FROM reference_asset_settings s, jsonb_array_elements(coalesce(s.value->'webhooks', '[]')) endpoint
     WHERE s.name = 'notifications' AND (endpoint->>'enabled')::boolean AND jsonb_exists(endpoint->'events', about);
     INSERT INTO reference_asset_deliveries (channel, target, event, data, state)
     SELECT 'panel', kind, about, said, 'delivered'
     WHERE kind IS NOT NULL AND jsonb_exists(coalesce((SELECT s.value->'panel' FROM reference_asset_settings s
       WHERE s.name = 'notifications'), '["review", "decision", "failed", "budget"]'), kind);
     INSERT INTO reference_asset_deliveries (channel, target, event, data)
     SELECT 'email', kind, about, said
     FROM reference_asset_settings s
     WHERE s.name = 'notifications' AND kind IS NOT NULL AND jsonb_exists(s.value->'email', kind);
   $body$`,
  `CREATE OR REPLACE FUNCTION reference_asset_tell_analysis() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     PERFORM reference_asset_tell(
       CASE NEW.analysis_status WHEN 'done' THEN 'asset.analysed' ELSE 'asset.analysis_failed' END, NULL,
       jsonb_build_object('asset', jsonb_build_object('documentId', NEW.document_id, 'name', NEW.name,
         'assetType', NEW.asset_type, 'analysisStatus', NEW.analysis_status),
         'error', NEW.analysis::jsonb->'error'));
     RETURN NULL;
   END $body$`,
  triggerOnce(
    'reference_asset_analysis_told',
    `CREATE TRIGGER AFTER UPDATE ON reference_assets FOR EACH ROW
       WHEN (OLD.analysis_status IS DISTINCT FROM NEW.analysis_status
         AND NEW.analysis_status IN ('done', 'failed', 'refused'))
       EXECUTE FUNCTION reference_asset_tell_analysis()`,
  ),
  `CREATE OR REPLACE FUNCTION reference_asset_tell_stage() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     PERFORM reference_asset_tell('video.' || NEW.stage,
       CASE WHEN NEW.stage = 'in_review' THEN 'review'
         WHEN NEW.stage = 'failed' AND NEW.error::jsonb->>'code' = 'insufficient-credits' THEN 'budget'
         WHEN NEW.stage = 'failed' THEN 'failed' END,
       jsonb_build_object('video', jsonb_build_object('documentId', NEW.document_id, 'status', NEW.stage,
         'prompt', left(NEW.prompt, 200), 'qualityTier', NEW.quality_tier,
         'estimatedCostUsd', NEW.estimated_cost_usd, 'actualCostUsd', NEW.actual_cost_usd),
         'error', CASE WHEN NEW.stage = 'failed' THEN jsonb_build_object('code', NEW.error::jsonb->>'code',
           'message', NEW.error::jsonb->>'message', 'step', NEW.error::jsonb->>'step',
           'shortage', NEW.error::jsonb->'shortage') END));
     RETURN NULL;
   END $body$`,
  triggerOnce(
    'reference_asset_stage_told',
    `CREATE TRIGGER AFTER UPDATE ON reference_asset_videos FOR EACH ROW
       WHEN (OLD.stage IS DISTINCT FROM NEW.stage AND NEW.published_at IS NULL
         AND NEW.stage IN ('awaiting_plan', 'awaiting_storyboard', 'in_review', 'failed', 'canceled'))
       EXECUTE FUNCTION reference_asset_tell_stage()`,
  ),
  `CREATE OR REPLACE FUNCTION reference_asset_tell_review() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     PERFORM reference_asset_tell(
       'review.' || CASE WHEN NEW.action LIKE 'undone\\_%' THEN 'undone' WHEN NEW.action = 'replied' THEN 'commented'
         ELSE NEW.action END,
       CASE WHEN NEW.action IN ('approved', 'changes_requested', 'rejected') THEN 'decision' END,
       jsonb_build_object('video', jsonb_build_object('documentId', NEW.subject_id, 'status', v.stage,
         'prompt', left(v.prompt, 200), 'qualityTier', v.quality_tier,
         'estimatedCostUsd', v.estimated_cost_usd, 'actualCostUsd', v.actual_cost_usd),
         'by', jsonb_build_object('name', NEW.actor, 'kind', NEW.actor_kind), 'detail', NEW.detail))
     FROM reference_asset_videos v WHERE v.document_id = NEW.subject_id AND v.published_at IS NULL;
     RETURN NULL;
   END $body$`,
  triggerOnce(
    'reference_asset_review_told',
    `CREATE TRIGGER AFTER INSERT ON reference_asset_activity FOR EACH ROW
       WHEN (NEW.subject = 'video' AND NEW.action IN ('approved', 'changes_requested', 'rejected', 'undone_approved',
         'undone_changes_requested', 'undone_rejected', 'commented', 'replied', 'resolved', 'published', 'unpublished'))
       EXECUTE FUNCTION reference_asset_tell_review()`,
  ),
  `CREATE OR REPLACE FUNCTION reference_asset_tell_mention() RETURNS trigger LANGUAGE plpgsql AS $body$
   BEGIN
     -- Mentions are written about unless somebody turned that off; nobody is written to about their own remark.
     INSERT INTO reference_asset_deliveries (channel, target, event, data)
     SELECT 'email', 'mention', 'review.mentioned',
       jsonb_build_object('video', jsonb_build_object('documentId', NEW.video, 'prompt', left(v.prompt, 200)),
         'by', jsonb_build_object('name', NEW.author), 'detail', NEW.text, 'frame', NEW.frame, 'fps', NEW.fps,
         'people', named.ids)
     FROM reference_asset_videos v, (SELECT jsonb_agg(one->'id') AS ids FROM jsonb_array_elements(NEW.mentions::jsonb) one
       WHERE NEW.author_key IS DISTINCT FROM 'admin ' || (one->>'id')) named
     WHERE v.document_id = NEW.video AND v.published_at IS NULL AND named.ids IS NOT NULL
       AND jsonb_exists(coalesce((SELECT s.value->'email' FROM reference_asset_settings s
         WHERE s.name = 'notifications'), '["mention"]'), 'mention');
     RETURN NULL;
   END $body$`,
  triggerOnce(
    'reference_asset_mention_told',
    `CREATE TRIGGER AFTER INSERT ON reference_asset_comments FOR EACH ROW
       WHEN (jsonb_typeof(NEW.mentions::jsonb) = 'array')
       EXECUTE FUNCTION reference_asset_tell_mention()`,
  ),
];
