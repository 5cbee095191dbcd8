import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { databaseUrl } from '../../scripts/database/address';
import { processStart } from '../../scripts/database/process-identity';
import { readState } from '../../scripts/database/state';

/** Runs one query on the embedded database of a home. */
export const query = async <Row extends object>(home: string, text: string): Promise<Row[]> => {
  const state = await readState(path.join(home, 'data'));
  if (!state) throw new Error('no database is running');
  const client = new Client({ connectionString: databaseUrl(state) });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
};

interface StoredFile {
  url: string;
  formats: Record<string, { url: string }> | null;
}

/** Files in the uploads folder that no row knows, and addresses of rows where no file is. */
export const strayFiles = async (
  home: string,
): Promise<{ withoutRow: string[]; withoutFile: string[] }> => {
  const rows = await query<StoredFile>(home, 'SELECT url, formats FROM files');
  const urls = rows.flatMap(({ url, formats }) => [
    url,
    ...Object.values(formats ?? {}).map((format) => format.url),
  ]);
  const onDisk = (await readdir(path.join(home, 'public', 'uploads'))).map(
    (name) => `/uploads/${name}`,
  );
  return {
    withoutRow: onDisk.filter((url) => !urls.includes(url)),
    withoutFile: urls.filter((url) => !onDisk.includes(url)),
  };
};

/** Files made by the plugin that nothing uses. */
export const unlinkedFiles = (home: string): Promise<{ name: string }[]> =>
  query(
    home,
    `SELECT f.name FROM files f WHERE f.provider_metadata->>'generatedBy' = 'reference-assets'
       AND NOT EXISTS (SELECT 1 FROM files_related_mph m WHERE m.file_id = f.id)`,
  );

/** Folders for files under way whose process is gone. */
export const deadFolders = async (home: string): Promise<string[]> => {
  const names = await readdir(path.join(home, 'tmp', 'reference-assets-work'));
  return names.filter((name) => processStart(Number.parseInt(name, 10)) === undefined);
};
