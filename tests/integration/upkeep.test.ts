import { rm, writeFile } from 'node:fs/promises';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import type { LibraryImport } from '../../src/plugins/reference-assets/shared/contracts/imports';
import { adminToken, apiToken, formWith, registerUser, send, until } from '../app/client';
import { inDatabase } from '../app/database';
import { draw } from '../app/drawings';
import { analysed, bring } from '../app/library';
import { grant } from '../app/roles';
import { diskPath, sharedApp } from '../app/shared-app';

const assets = '/api/reference-assets';

describe('a library kept true', () => {
  const app = sharedApp();
  let token: string;
  let admin: string;

  const ask = (method: string, path: string, json?: unknown, who = token) =>
    send(app, method, path, { token: who, json });
  const read = async (id: string): Promise<Asset> =>
    (await ask('GET', `${assets}/${id}`)).body.data;
  const assetOfFile = async (fileId: number | undefined): Promise<string | undefined> => {
    const found = 'SELECT document_id AS id FROM reference_assets WHERE file_id = $1';
    return (await inDatabase(app, found, [fileId]))[0]?.id as string | undefined;
  };
  const lastReconcile = async () =>
    (await ask('GET', '/reference-assets/status', undefined, admin)).body.data.reconciled;

  /** Has the library reconciled now, and tells what was mended. */
  const reconcile = async (): Promise<Record<string, number>> => {
    const before = (await lastReconcile())?.at;
    expect((await ask('POST', '/reference-assets/reconcile', {}, admin)).status).toBe(202);
    const { mended } = await until(lastReconcile, (now) => now !== null && now.at !== before);
    return mended;
  };

  beforeAll(async () => {
    [token, admin] = await Promise.all([apiToken(app), adminToken(app)]);
    await reconcile();
  });

  it('finds bytes that changed behind its back, and those that went', async () => {
    const changed = await bring(app, token, { name: 'Changed on disk', color: '#a0801f' });
    const gone = await bring(app, token, { name: 'Gone from disk', color: '#a0802f' });
    await reconcile();
    await writeFile(diskPath(app, changed.file), await draw({ color: '#a0803f' }));
    await rm(diskPath(app, gone.file));
    expect((await reconcile()).changedBytes).toBeGreaterThanOrEqual(2);
    const now = await until(
      () => read(changed.documentId),
      ({ contentHash }) => contentHash !== changed.contentHash,
    );
    expect(now.analysis.status).toBe('done');
    const missed = await until(
      () => read(gone.documentId),
      ({ analysis }) => analysis.status === 'failed',
    );
    expect(missed.analysis.error).toMatchObject({ code: 'file-gone' });
    // A backup brings it back.
    await writeFile(diskPath(app, gone.file), await draw({ color: '#a0802f' }));
    await reconcile();
    await until(
      () => read(gone.documentId),
      ({ analysis }) => analysis.status === 'done',
    );
  });

  it('makes lost rows again: an asset, and what is kept beside one', async () => {
    const lost = await bring(app, token, { name: 'Lost row', color: '#811c40' });
    const bare = await bring(app, token, { name: 'Lost print', color: '#812c40' });
    await inDatabase(app, 'DELETE FROM reference_assets WHERE document_id = $1', [lost.documentId]);
    const beside = `reference_asset_prints WHERE asset_id = (SELECT id FROM reference_assets WHERE document_id = $1)`;
    await inDatabase(app, `DELETE FROM ${beside}`, [bare.documentId]);
    const plain = await bring(app, token, { name: 'Lost thumbnail', color: '#813c40' });
    await inDatabase(app, 'DELETE FROM files WHERE id = $1', [plain.thumbnail?.id]);
    const mended = await reconcile();
    expect(mended.newAssets).toBeGreaterThanOrEqual(1);
    expect(mended.analyses).toBeGreaterThanOrEqual(1);
    const again = (await until(() => assetOfFile(lost.file?.id), Boolean)) as string;
    expect(await analysed(app, token, again)).toMatchObject({ contentHash: lost.contentHash });
    await until(
      () => inDatabase(app, `SELECT 1 FROM ${beside}`, [bare.documentId]),
      (rows) => rows.length === 1,
    );
    await until(
      () => read(plain.documentId),
      ({ thumbnail }) => thumbnail !== null,
    );
  });

  it('lets go of assets whose file was removed, and finds files again that a backup gave new ids', async () => {
    const removed = await bring(app, token, { name: 'File removed', color: '#821c40' });
    const moved = await bring(app, token, { name: 'File restored', color: '#822c40' });
    await inDatabase(app, 'DELETE FROM files WHERE id = $1', [removed.file?.id]);
    const [{ row }] = await inDatabase(
      app,
      'DELETE FROM files WHERE id = $1 RETURNING to_jsonb(files)::text AS row',
      [moved.file?.id],
    );
    const restored = JSON.stringify({ ...JSON.parse(row as string), id: 900_000 + moved.file!.id });
    await inDatabase(
      app,
      'INSERT INTO files SELECT * FROM jsonb_populate_record(NULL::files, $1::jsonb)',
      [restored],
    );
    const mended = await reconcile();
    expect(mended.relinked).toBeGreaterThanOrEqual(1);
    expect(mended.lostAssets).toBeGreaterThanOrEqual(1);
    expect((await ask('GET', `${assets}/${removed.documentId}`)).status).toBe(404);
    expect((await read(moved.documentId)).file).toMatchObject({ id: 900_000 + moved.file!.id });
  });

  it('makes a private asset whose row was lost again as what it was', async () => {
    const user = await registerUser(app);
    const own = await bring(app, user, { name: 'Private and lost', color: '#84ac40' });
    // Strapi's own way in.
    const bytes = await draw({ color: '#84bc40' });
    const form = formWith('files', [{ name: 'private.png', bytes, type: 'image/png' }]);
    const takeBack = await grant(app, admin, 'authenticated', [
      'plugin::upload.content-api.upload',
    ]);
    const { status, body } = await send(app, 'POST', '/api/upload', { token: user, form });
    await takeBack();
    expect(status).toBe(201);
    const files = [own.file?.id, body[0].id];
    await until(
      () => assetOfFile(body[0].id),
      (id) => id !== undefined,
    );
    await inDatabase(app, 'DELETE FROM reference_assets WHERE file_id = ANY($1)', [files]);
    await reconcile();
    const owners =
      'SELECT owner IS NOT NULL AS "isPrivate" FROM reference_assets WHERE file_id = ANY($1)';
    expect(await inDatabase(app, owners, [files])).toEqual([
      { isPrivate: true },
      { isPrivate: true },
    ]);
  });

  it('makes nothing again that a person removed', async () => {
    const removed = await bring(app, token, { name: 'Removed by a person', color: '#834c40' });
    const json = { assetIds: [removed.documentId] };
    const removals = '/reference-assets/assets/removals';
    const { body } = await ask('POST', removals, json, admin);
    expect(body.data).toMatchObject({ count: 1 });
    await reconcile();
    expect(await assetOfFile(removed.file?.id)).toBeUndefined();
    expect((await ask('POST', `${removals}/${body.data.id}/undo`, {}, admin)).status).toBe(200);
    expect(await assetOfFile(removed.file?.id)).toBe(removed.documentId);
  });

  it('makes nothing again that a person deleted, though the picture stays because it serves elsewhere', async () => {
    const [forced, old, other] = await Promise.all(
      ['#835c40', '#836c40', '#837c40'].map((color) =>
        bring(app, token, { name: `Serves elsewhere ${color}`, color }),
      ),
    );
    const files = [forced.file?.id, old.file?.id];
    for (const file of files)
      await inDatabase(
        app,
        `INSERT INTO files_related_mph (file_id, related_id, related_type, field) VALUES ($1, 1, 'api::gone.gone', 'hero')`,
        [file],
      );
    expect((await ask('DELETE', `${assets}/${forced.documentId}?force=true`)).status).toBe(204);
    const removals = '/reference-assets/assets/removals';
    const remove = async ({ documentId }: Asset): Promise<string> =>
      (await ask('POST', removals, { assetIds: [documentId] }, admin)).body.data.id;
    const removal = await remove(old);
    const age = `UPDATE reference_asset_removals SET created_at = now() - interval '40 days' WHERE id = $1`;
    await inDatabase(app, age, [removal]);
    await remove(other);
    const left = `SELECT id FROM reference_asset_removals WHERE id = $1`;
    expect(await inDatabase(app, left, [removal])).toEqual([]);
    await reconcile();
    const there = 'SELECT id FROM files WHERE id = ANY($1) ORDER BY id';
    expect(await inDatabase(app, there, [files])).toHaveLength(2);
    for (const file of files) expect(await assetOfFile(file)).toBeUndefined();
    // Asked for by name, it is taken up again.
    await ask('POST', `${assets}/import`, { fileIds: [files[0]] });
    expect(await assetOfFile(files[0])).toBeDefined();
  });

  it('takes media from before it was there only when asked, with the price first', async () => {
    const early = await bring(app, token, { name: 'From before', color: '#831c40' });
    const file = early.file?.id;
    await inDatabase(
      app,
      `UPDATE files SET created_at = '2001-01-01', name = 'from-before-831.png' WHERE id = $1`,
      [file],
    );
    await inDatabase(app, 'DELETE FROM reference_assets WHERE document_id = $1', [
      early.documentId,
    ]);
    await inDatabase(app, 'DELETE FROM reference_asset_file_checks WHERE file_id = $1', [file]);
    await reconcile();
    expect(await assetOfFile(file)).toBeUndefined();
    const selection = { name: 'from-before-831', createdBefore: '2002-01-01T00:00:00Z' };
    const { body } = await ask('POST', `${assets}/imports/estimate`, selection);
    expect(body.data).toEqual({ files: 1, costUsd: 0, seconds: 1 });
    expect((await ask('POST', `${assets}/imports`, {})).status).toBe(400);
    const started = await ask('POST', `${assets}/imports`, selection);
    expect([started.status, started.body.data]).toEqual([
      202,
      expect.objectContaining({ total: 1 }),
    ]);
    const found = async (): Promise<LibraryImport | undefined> =>
      ((await ask('GET', `${assets}/imports`)).body.data as LibraryImport[]).find(
        ({ id }) => id === started.body.data.id,
      );
    const ended = await until(found, (one) => Boolean(one?.endedAt));
    expect(ended).toMatchObject({ taken: 1, selection });
    expect(await assetOfFile(file)).toBeDefined();
    const stopped = await ask('POST', `${assets}/imports/${ended?.id}/stop`);
    expect(stopped.body.data).toMatchObject({ id: ended?.id, endedAt: ended?.endedAt });
    // What was taken once is made again as any other when its row is lost.
    await inDatabase(app, 'DELETE FROM reference_assets WHERE file_id = $1', [file]);
    await reconcile();
    expect(await assetOfFile(file)).toBeDefined();
  });
});
