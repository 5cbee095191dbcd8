import sharp from 'sharp';
import { adminToken, send } from '../../tests/app/client';
import { inDatabase } from '../../tests/app/database';
import type { App } from '../../tests/app/start-app';

const nouns = ['kettle', 'mug', 'lamp', 'chair', 'bottle', 'clock', 'bag', 'shoe'];
const hues = ['red', 'blue', 'green', 'orange', 'purple'];

const drawn = (index: number): Promise<Buffer> => {
  const hue = hues[index % hues.length];
  const size = 120 + (index % 7) * 30;
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#f4f0ea"/>
       <rect x="${300 - size / 2}" y="${240 - size / 2}" width="${size}" height="${size + 40}" rx="${index % 60}" fill="${hue}"/></svg>`,
    ),
  )
    .jpeg()
    .toBuffer();
};

const upload = async (app: App, token: string): Promise<void> => {
  for (let index = 0; index < nouns.length * hues.length; index += 1) {
    const name = `${hues[index % hues.length]} ${nouns[Math.floor(index / hues.length)]}`;
    const form = new FormData();
    form.append(
      'files',
      new Blob([new Uint8Array(await drawn(index))], { type: 'image/jpeg' }),
      `${name}.jpg`,
    );
    const { status } = await send(app, 'POST', '/reference-assets/assets', { token, form });
    if (status !== 201) throw new Error(`upload of ${name}: ${status}`);
  }
};

const analysed = async (app: App): Promise<void> => {
  for (let tries = 0; tries < 240; tries += 1) {
    const [{ count }] = await inDatabase(
      app,
      `SELECT count(*)::int AS count FROM reference_assets WHERE analysis_status <> 'done'`,
    );
    if (count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the pictures were not analysed within two minutes');
};

/** Rows of a table that belong to an asset, once more for each copy. */
const copyBelongings = (app: App, table: string, key: string, also: string, without: string) =>
  inDatabase(
    app,
    `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table},
       (to_jsonb(t) - '${without}') || jsonb_build_object('${key}', c.copy ${without === 'id' ? `, 'id', nextval(pg_get_serial_sequence('${table}', 'id'))` : ''}))).*
     FROM ${table} t JOIN bench_copies c ON c.source = t.${key} ${also}`,
  );

/** Fills the library of an application: forty analysed pictures, and copies of their rows up to `size`. */
export const fillLibrary = async (app: App, size: number): Promise<void> => {
  await upload(app, await adminToken(app));
  await analysed(app);
  const query = (statement: string) => inDatabase(app, statement);
  const [{ count }] = await query('SELECT count(*)::int AS count FROM reference_assets');
  await query(
    `CREATE TABLE bench_copies AS SELECT a.id AS source, nextval(pg_get_serial_sequence('reference_assets', 'id'))::int AS copy, n
     FROM reference_assets a CROSS JOIN generate_series(1, ${Math.ceil(size / Number(count)) - 1}) n`,
  );
  await query(
    `INSERT INTO reference_assets SELECT (jsonb_populate_record(NULL::reference_assets, to_jsonb(a) || jsonb_build_object(
       'id', c.copy, 'document_id', 'bench' || lpad(c.copy::text, 19, '0'), 'name', a.name || ' ' || c.n,
       'content_hash', NULL, 'perceptual_hash', NULL, 'created_at', a.created_at - c.n * interval '1 minute'))).*
     FROM reference_assets a JOIN bench_copies c ON c.source = a.id`,
  );
  await copyBelongings(app, 'files_related_mph', 'related_id', `AND t.related_type = 'plugin::reference-assets.reference-asset'`, 'id'); // prettier-ignore
  // With all that an analysis leaves: what lacks something of it would be analysed again while the panel is measured.
  for (const table of ['words', 'prints', 'hashes', 'vectors'])
    await copyBelongings(app, `reference_asset_${table}`, 'asset_id', '', 'asset_id');
  await query('UPDATE reference_asset_prints SET compared_at = coalesce(compared_at, now())');
  await query('DROP TABLE bench_copies');
  await query('ANALYZE');
};
