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
    /** Rows of entries and components that name an asset in a field for assets. */
    async naming(documentId: string): Promise<Referrer[]> {
      const found: Referrer[] = [];
      for (const column of naming())
        for (const { id } of await rowsWith(column, documentId))
          found.push({ uid: column.uid, rowId: id, field: column.field });
      return found;
    },

    /** Rows whose texts show a file by its address. */
    async showing(fileHash: string): Promise<Referrer[]> {
      const found: Referrer[] = [];
      const columns = columnsWhere(
        ({ type, customField }) =>
          wordy.has(type) && !customField?.startsWith(`plugin::${pluginId}.`),
      ).filter(({ uid }) => !uid.startsWith(`plugin::${pluginId}.`));
      for (const { uid, field, table, column } of columns) {
        const rows = await sql<{ id: number }>('SELECT id FROM ?? WHERE strpos(??::text, ?) > 0', [
          table,
          column,
          fileHash,
        ]);
        found.push(...rows.map(({ id }) => ({ uid, rowId: id, field })));
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
