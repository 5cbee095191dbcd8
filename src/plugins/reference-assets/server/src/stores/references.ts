import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { AssetRow } from './asset-rows';
import { createNamedAssets } from './named-assets';
import {
  componentTables,
  modelsOf,
  referenceFields,
  type ReferenceField,
} from './reference-fields';
import { createReferenceOwners, type Referrer, type ReferringEntry } from './reference-owners';
import type { Reworded } from './video-mentions';
import type { RunSql } from './sql';

/** References that were turned from one row to another, so that they can be turned back. */
export interface Turned {
  table: string;
  target: string;
  from: number;
  to: number;
  /** Rows whose reference was turned. */
  ids: number[];
  /** Whole rows that were removed, because their owner refers to the other one already. */
  removed: Record<string, unknown>[];
}

/** What of an asset is referred to. */
type ReferredAsset = Pick<AssetRow, 'id' | 'documentId' | 'fileId' | 'file'>;

const fileLinks = 'files_related_mph';

/**
 * Every reference of the CMS to an asset (relations of any content type or component) and to its file (media fields).
 *
 * Tables and columns come from Strapi's own metadata, never from input.
 */
export const createReferences = (strapi: Core.Strapi, sql: RunSql) => {
  const named = createNamedAssets(strapi, sql);
  const fields = (): ReferenceField[] => referenceFields(modelsOf(strapi), uids.asset);

  /** Rows that relate to assets. */
  const related = async (rows: readonly ReferredAsset[]): Promise<Referrer[]> => {
    const assets = new Map(rows.map(({ id, documentId }) => [id, documentId]));
    const found: Referrer[] = [];
    for (const { owner, field, table, target, source, typeColumn } of fields()) {
      const links = await sql<{ rowId: number; assetId: number }>(
        `SELECT ?? AS "rowId", ?? AS "assetId" FROM ?? WHERE ?? = ANY(?) ${typeColumn ? 'AND ?? = ?' : ''}`,
        [
          ...[source, target, table, target, [...assets.keys()]],
          ...(typeColumn ? [typeColumn, uids.asset] : []),
        ],
      );
      for (const { rowId, assetId } of links)
        found.push({ uid: owner, rowId, field, asset: assets.get(assetId) as string });
    }
    return found;
  };

  /** Rows that hold assets' files in a media field. */
  const holding = async (rows: readonly ReferredAsset[]): Promise<Referrer[]> => {
    const assets = new Map(rows.map(({ fileId, documentId }) => [fileId, documentId]));
    const links = await sql<Omit<Referrer, 'asset'> & { fileId: number }>(
      `SELECT related_id AS "rowId", related_type AS uid, field, file_id AS "fileId" FROM files_related_mph
       WHERE file_id = ANY(?) AND related_type <> ?`,
      [[...assets.keys()].filter((id) => id !== null), uids.asset],
    );
    return links.map(({ fileId, ...link }) => ({ ...link, asset: assets.get(fileId) as string }));
  };

  const turn = async (
    field: Pick<ReferenceField, 'table' | 'target' | 'source' | 'typeColumn'>,
    from: number,
    to: number,
    where: { text: string; bindings: unknown[] },
    alike: string,
  ): Promise<Turned> => {
    const { table, target } = field;
    // In a join table an owner that has both would have the kept one twice.
    const removed =
      field.source === 'id'
        ? []
        : await sql<{ row: Record<string, unknown> }>(
            `DELETE FROM ?? t WHERE t.?? = ? AND ${where.text}
               AND EXISTS (SELECT 1 FROM ?? k WHERE k.?? = ? AND k.?? = t.?? ${alike})
             RETURNING to_jsonb(t)::text AS row`,
            [table, target, from, ...where.bindings, table, target, to, field.source, field.source],
          );
    const turned = await sql<{ id: number }>(
      `UPDATE ?? t SET ?? = ? WHERE t.?? = ? AND ${where.text} RETURNING t.id`,
      [table, target, to, target, from, ...where.bindings],
    );
    return {
      ...{ table, target, from, to, ids: turned.map(({ id }) => id) },
      removed: removed.map(
        ({ row }) => JSON.parse(row as unknown as string) as Turned['removed'][0],
      ),
    };
  };

  return {
    /**
     * Entries that relate to some assets, name them in a field for assets, hold their file in a media field or show it in a
     * text, by document id; without the plugin's own.
     */
    async entriesOf(rows: readonly ReferredAsset[]): Promise<Map<string, ReferringEntry[]>> {
      const referrers = [
        ...(await related(rows)),
        ...(await holding(rows)),
        ...(await named.naming(rows.map(({ documentId }) => documentId))),
        ...(await named.showing(
          rows.flatMap(({ documentId: asset, file }) => (file ? [{ asset, hash: file.hash }] : [])),
        )),
      ];
      const models = modelsOf(strapi);
      return createReferenceOwners(sql, models, componentTables(models)).of(referrers);
    },

    /** Turns every relation to one asset to another one. */
    async turnAssets(from: number, to: number): Promise<Turned[]> {
      const turned: Turned[] = [];
      for (const field of fields()) {
        const where = field.typeColumn
          ? { text: 't.?? = ?', bindings: [field.typeColumn, uids.asset] }
          : { text: 'true', bindings: [] };
        const alike = field.typeColumn ? `AND k.${field.typeColumn} = t.${field.typeColumn}` : '';
        turned.push(await turn(field, from, to, where, alike));
      }
      return turned.filter(({ ids, removed }) => ids.length + removed.length > 0);
    },

    /** Names one asset in place of another in every field for assets. */
    rename: (from: string, to: string): Promise<Reworded[]> => named.replace(from, to),

    /** Whether a text somewhere shows a file by its address. */
    isShown: async (fileHash: string): Promise<boolean> =>
      (await named.showing([{ asset: '', hash: fileHash }])).length > 0,

    /** Turns every media field from one file to another, but for the asset's own. */
    async turnFiles(from: number, to: number): Promise<Turned[]> {
      const field = { table: fileLinks, target: 'file_id', source: 'related_id', typeColumn: null };
      const where = { text: 't.related_type <> ?', bindings: [uids.asset] };
      const alike = 'AND k.related_type = t.related_type AND k.field = t.field';
      const turned = await turn(field, from, to, where, alike);
      return turned.ids.length + turned.removed.length > 0 ? [turned] : [];
    },

    /** Turns references back; those that were changed since stay as they are. */
    async turnBack(turned: readonly Turned[]): Promise<void> {
      for (const { table, target, from, to, ids, removed } of turned) {
        await sql('UPDATE ?? t SET ?? = ? WHERE t.?? = ? AND t.id = ANY(?)', [
          ...[table, target, from, target, to],
          ids,
        ]);
        for (const row of removed) {
          // Its owner may be gone by now; then there is nothing to refer.
          await sql('SAVEPOINT turning_back');
          await sql(
            'INSERT INTO ?? SELECT * FROM jsonb_populate_record(NULL::??, ?::jsonb) ON CONFLICT DO NOTHING',
            [table, table, JSON.stringify(row)],
          ).then(
            () => sql('RELEASE SAVEPOINT turning_back'),
            () => sql('ROLLBACK TO SAVEPOINT turning_back'),
          );
        }
      }
    },
  };
};
export type References = ReturnType<typeof createReferences>;
