/** Strapi's own tables as far as searches read them, for a library without Strapi. */
export const schema = [
  `CREATE TABLE files (
     id serial PRIMARY KEY, document_id text, name text, url text, mime text, width int, height int, size numeric, folder_path text)`,
  `CREATE TABLE upload_folders (id serial PRIMARY KEY, path text)`,
  `CREATE TABLE files_related_mph (
     id serial PRIMARY KEY, file_id int, related_id int, related_type text, field text, "order" double precision)`,
  `CREATE TABLE reference_assets (
     id serial PRIMARY KEY, document_id text NOT NULL UNIQUE, name text NOT NULL, description text, asset_type text, primary_object text,
     colors jsonb, dominant_colors jsonb, style_tags jsonb, recommended_shot_types jsonb, usage_contexts jsonb,
     has_text boolean, has_transparency boolean, width int, height int, size_bytes int, is_logo boolean, logo_evidence jsonb,
     logo_position_preference text, content_hash text, perceptual_hash text, owner text, rights jsonb, usage_count int, last_used_at timestamptz,
     analysis_status text NOT NULL, analysis jsonb, human_fields jsonb, file_id int,
     created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now())`,
];
