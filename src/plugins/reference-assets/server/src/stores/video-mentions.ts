import type { RunSql } from './sql';

/** JSON columns of the plugin's own tables in which assets are named by document id. */
const places = [
  { table: 'reference_asset_videos', columns: ['reference_asset_ids', 'custom_reference_mapping'] },
  { table: 'reference_asset_beats', columns: ['references', 'layout'] },
  { table: 'reference_asset_takes', columns: ['columns'] },
  { table: 'reference_asset_versions', columns: ['beats'] },
] as const;

/** A column in which one asset was put in place of another. */
export interface Reworded {
  table: string;
  column: string;
  id: number;
  before: string;
  after: string;
  /** A column of text; the others hold JSON. */
  isText?: boolean;
}

/** A video or beat that names an asset. */
export interface Mention {
  /** Document id of the asset. */
  asset: string;
  kind: 'video' | 'beat';
  documentId: string;
  title: string;
  field: string;
}

/** Where videos and beats name assets. Document ids hold letters and digits only, so a quoted one is never a part of another word. */
export const createVideoMentions = (sql: RunSql) => ({
  /** Videos (working versions) and beats that name one of some assets, also as the form of a logo that was placed on one. */
  async of(documentIds: readonly string[]): Promise<Mention[]> {
    const videos = await sql<Mention>(
      `SELECT named.id AS asset, 'video' AS kind, v.document_id AS "documentId", left(v.prompt, 120) AS title,
         'referenceAssets' AS field
       FROM (SELECT id, document_id, prompt, concat_ws(' ', reference_asset_ids, custom_reference_mapping) AS names
             FROM reference_asset_videos WHERE published_at IS NULL OFFSET 0) v
         JOIN unnest(?::text[]) AS named(id) ON strpos(v.names, '"' || named.id || '"') > 0
       ORDER BY v.id`,
      [[...documentIds]],
    );
    const beats = await sql<Mention>(
      `SELECT DISTINCT ON (b.id, used.asset) used.asset, 'beat' AS kind, b.video AS "documentId", b.name AS title, used.field
       FROM reference_asset_beats b, LATERAL (
         SELECT role.value->>'assetId' AS asset, 'references' AS field, 1 AS rank
         FROM jsonb_each(CASE WHEN jsonb_typeof(b."references") = 'object' THEN b."references" ELSE '{}'::jsonb END) role
         UNION ALL SELECT b.layout->'logo'->>'assetId', 'layout', 2) used
       WHERE used.asset = ANY(?) ORDER BY b.id, used.asset, used.rank`,
      [[...documentIds]],
    );
    return [...videos, ...beats];
  },

  /** Document ids of videos that name one of some assets, themselves or in a beat. */
  async videosNaming(documentIds: readonly string[]): Promise<string[]> {
    const named = documentIds.map((id) => `%"${id}"%`);
    const rows = await sql<{ id: string }>(
      `SELECT document_id AS id FROM reference_asset_videos
         WHERE reference_asset_ids::text LIKE ANY(?) OR custom_reference_mapping::text LIKE ANY(?)
       UNION SELECT video FROM reference_asset_beats WHERE "references"::text LIKE ANY(?) OR layout::text LIKE ANY(?)`,
      [named, named, named, named],
    );
    return rows.map(({ id }) => id);
  },

  /** Names one asset in place of another, wherever videos, their versions, beats and takes name it; also among alternatives. */
  async replace(from: string, to: string): Promise<Reworded[]> {
    const changed: Reworded[] = [];
    for (const { table, columns } of places)
      for (const column of columns) {
        const rows = await sql<{ id: number; before: string; after: string }>(
          `UPDATE ?? t SET ?? = replace(old.text, ?, ?)::jsonb
           FROM (SELECT id, ??::text AS text FROM ?? WHERE ??::text LIKE ? FOR UPDATE) old
           WHERE t.id = old.id RETURNING t.id, old.text AS before, t.??::text AS after`,
          [table, column, `"${from}"`, `"${to}"`, column, table, column, `%"${from}"%`, column],
        );
        changed.push(...rows.map((row) => ({ table, column, ...row })));
      }
    return changed;
  },

  /** Takes replacements back where nothing else was changed since. */
  async restore(reworded: readonly Reworded[]): Promise<void> {
    for (const { table, column, id, before, after, isText } of reworded)
      await sql(`UPDATE ?? SET ?? = ${isText ? '?' : '?::jsonb'} WHERE id = ? AND ??::text = ?`, [
        ...[table, column, before, id, column, after],
      ]);
  },
});
export type VideoMentions = ReturnType<typeof createVideoMentions>;
