import type { Core } from '@strapi/strapi';
import { pluginId } from '../constants';
import type { Reworded } from './video-mentions';
import { modelsOf, type Model } from './reference-fields';
import type { Referrer } from './reference-owners';
import type { RunSql } from './sql';

/** A column in which entries or components of people's content types name assets, or show files by their address. */
interface TextColumn {
  uid: string;
  field: string;
  table: string;
  column: string;
  type: string;
}

/** The file of an asset, by what its address holds. */
interface ShownFile {
  asset: string;
  hash: string;
}

interface Attribute {
  type: string;
  customField?: string;
}

/** Attributes as the content type says them: the database layer no longer knows custom fields. */
const attributesOf = (strapi: Core.Strapi, uid: string): Record<string, Attribute> => {
  const types = { ...strapi.contentTypes, ...strapi.components } as unknown as Record<
    string,
    { attributes: Record<string, Attribute> } | undefined
  >;
  return types[uid]?.attributes ?? {};
};

const isPeoples = ({ uid }: Model): boolean =>
  !/^(admin|strapi)::/.test(uid) && !/^plugin::(upload|i18n|users-permissions|content-)/.test(uid);

const wordy = new Set(['richtext', 'blocks', 'text', 'json', 'string']);

/** Where entries name assets in the plugin's own fields, and where their texts show pictures by address. */
export const createNamedAssets = (strapi: Core.Strapi, sql: RunSql) => {
  const columnsWhere = (fits: (attribute: Attribute) => boolean): TextColumn[] =>
    modelsOf(strapi)
      .filter(isPeoples)
      .flatMap((model) =>
        Object.entries(attributesOf(strapi, model.uid)).flatMap(([field, attribute]) => {
          const known = model.attributes[field];
          if (!known || !fits(attribute)) return [];
          const column = known.columnName ?? field;
          return [{ uid: model.uid, field, table: model.tableName, column, type: attribute.type }];
        }),
      );

  const naming = (): TextColumn[] =>
    columnsWhere(({ customField }) => customField?.startsWith(`plugin::${pluginId}.`) ?? false);

  /** The rows that name an asset, held: what they say is about to be changed. */
  const rowsWith = async ({ table, column }: TextColumn, documentId: string) =>
    sql<{ id: number; text: string }>(
      `SELECT id, ??::text AS text FROM ?? WHERE ??::text = ? OR strpos(??::text, ?) > 0 FOR UPDATE`,
      [column, table, column, documentId, column, `"${documentId}"`],
    );

  const swap = (text: string, type: string, from: string, to: string): string => {
    if (type !== 'json') return text === from ? to : text;
    const named = JSON.parse(text) as unknown;
    const swapped = (one: unknown) => (one === from ? to : one);
    return JSON.stringify(Array.isArray(named) ? [...new Set(named.map(swapped))] : swapped(named));
  };

  return {
    /** Rows of entries and components that name some assets in a field for assets; one look per column, whatever their number. */
    async naming(documentIds: readonly string[]): Promise<Referrer[]> {
      const found: Referrer[] = [];
      for (const { uid, field, table, column } of naming()) {
        const rows = await sql<{ rowId: number; asset: string }>(
          `SELECT t.id AS "rowId", named.id AS asset
           FROM (SELECT id, ??::text AS text FROM ?? WHERE ?? IS NOT NULL OFFSET 0) t
             JOIN unnest(?::text[]) AS named(id) ON t.text = named.id OR strpos(t.text, '"' || named.id || '"') > 0`,
          [column, table, column, [...documentIds]],
        );
        found.push(...rows.map((row) => ({ uid, field, ...row })));
      }
      return found;
    },

    /** Rows whose texts show files by their address; one look per column, whatever their number. */
    async showing(files: readonly ShownFile[]): Promise<Referrer[]> {
      const found: Referrer[] = [];
      const columns = columnsWhere(
        ({ type, customField }) =>
          wordy.has(type) && !customField?.startsWith(`plugin::${pluginId}.`),
      ).filter(({ uid }) => !uid.startsWith(`plugin::${pluginId}.`));
      const [assets, hashes] = [files.map(({ asset }) => asset), files.map(({ hash }) => hash)];
      for (const { uid, field, table, column } of columns) {
        const rows = await sql<{ rowId: number; asset: string }>(
          `SELECT t.id AS "rowId", shown.asset
           FROM (SELECT id, ??::text AS text FROM ?? WHERE ?? IS NOT NULL OFFSET 0) t
             JOIN unnest(?::text[], ?::text[]) AS shown(asset, hash) ON strpos(t.text, shown.hash) > 0`,
          [column, table, column, assets, hashes],
        );
        found.push(...rows.map((row) => ({ uid, field, ...row })));
      }
      return found;
    },

    /** Names one asset in place of another in every field for assets; in a list once. */
    async replace(from: string, to: string): Promise<Reworded[]> {
      const changed: Reworded[] = [];
      for (const column of naming())
        for (const { id, text: before } of await rowsWith(column, from)) {
          const cast = column.type === 'json' ? '?::jsonb' : '?';
          const [row] = await sql<{ text: string }>(
            `UPDATE ?? SET ?? = ${cast} WHERE id = ? RETURNING ??::text AS text`,
            [column.table, column.column, swap(before, column.type, from, to), id, column.column],
          );
          const { table, type } = column;
          const isText = type !== 'json';
          changed.push({ table, column: column.column, id, before, after: row.text, isText });
        }
      return changed;
    },
  };
};
export type NamedAssets = ReturnType<typeof createNamedAssets>;
