import { referenceAsset } from '../../../src/plugins/reference-assets/server/src/content-types/reference-asset';
import { settingsTables } from '../../../src/plugins/reference-assets/server/src/stores/settings';

/** The columns that Strapi makes of kinds of attributes; a media file is a row of a table of its own. */
const columnTypes: Record<string, string | null> = {
  string: 'text',
  text: 'text',
  enumeration: 'text',
  json: 'jsonb',
  boolean: 'boolean',
  integer: 'int',
  biginteger: 'bigint',
  decimal: 'numeric',
  float: 'double precision',
  datetime: 'timestamptz',
  media: null,
};

const inSnakeCase = (attribute: string): string =>
  attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of assets as Strapi makes them of their content type, so that a new attribute is a column here, too. */
const assetColumns = Object.entries(referenceAsset.attributes).flatMap(([name, { type }]) => {
  const column = columnTypes[type];
  if (column === undefined) throw new Error(`no column is known for ${name} of type ${type}`);
  return column === null ? [] : [`${inSnakeCase(name)} ${column}`];
});

/** Strapi's own tables as far as searches read them, for a library without Strapi. */
export const schema = [
  `CREATE TABLE files (
     id serial PRIMARY KEY, document_id text, name text, url text, mime text, width int, height int, size numeric, folder_path text)`,
  `CREATE TABLE upload_folders (id serial PRIMARY KEY, path text)`,
  `CREATE TABLE files_related_mph (
     id serial PRIMARY KEY, file_id int, related_id int, related_type text, field text, "order" double precision)`,
  `CREATE INDEX files_related_mph_idix ON files_related_mph (related_id)`,
  ...settingsTables,
  `CREATE TABLE reference_assets (
     id serial PRIMARY KEY, document_id text NOT NULL UNIQUE, ${assetColumns.join(', ')},
     created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now())`,
];
