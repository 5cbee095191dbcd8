import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import { adminToken, apiToken, formWith, send, until } from '../app/client';
import { inDatabase } from '../app/database';
import { draw } from '../app/drawings';
import { analysed } from '../app/library';
import { sharedApp } from '../app/shared-app';
import { ended, runCommand } from '../app/start-app';
import { badFiles, goodPictures, hostileNames, writeFixtures } from '../fixtures';

interface Upload {
  name: string;
  buffer: Buffer;
  mime: string;
}

describe('every way in', () => {
  const app = sharedApp();
  let token: string;
  let admin: string;

  const formOf = ({ name, buffer, mime }: Upload) =>
    formWith('files', [{ name, bytes: buffer, type: mime }]);
  const picture = async (name: string, color: string): Promise<Upload> => ({
    name,
    mime: 'image/png',
    buffer: await draw({ color, kind: 'scene' }),
  });
  const newest = async (pageSize = 50): Promise<Asset[]> =>
    (await send(app, 'GET', `/api/reference-assets?pageSize=${pageSize}`, { token })).body.data;
  const assetOfFile = async (fileId: number): Promise<Asset> => {
    const isOf = ({ file }: Asset) => file?.id === fileId;
    const found = await until(newest, (assets) => assets.some(isOf));
    return analysed(app, token, (found.find(isOf) as Asset).documentId);
  };

  beforeAll(async () => {
    [token, admin] = await Promise.all([apiToken(app), adminToken(app)]);
  });

  it.each([
    ['the media library of the admin panel', '/upload', () => admin],
    ['REST', '/api/upload', () => token],
  ])('analyses what %s brings', async (_who, where, who) => {
    const form = formOf(await picture('meadow at noon.png', '#3a8f4d'));
    const { status, body } = await send(app, 'POST', where, { token: who(), form });
    expect(status).toBe(201);
    const asset = await assetOfFile(body[0].id);
    expect(asset).toMatchObject({
      analysis: { status: 'done' },
      width: 320,
      height: 320,
      owner: null,
    });
    expect(asset.thumbnail).not.toBeNull();
  });

  it('analyses a replaced picture again and keeps the asset', async () => {
    const form = formOf(await picture('before.png', '#803030'));
    const { body } = await send(app, 'POST', '/upload', { token: admin, form });
    const before = await assetOfFile(body[0].id);
    const after = formOf({
      ...(await picture('after.png', '#303080')),
      buffer: await draw({ color: '#303080', width: 200, height: 100 }),
    });
    const replaced = await send(app, 'POST', `/upload?id=${body[0].id}`, {
      token: admin,
      form: after,
    });
    expect(replaced.status).toBe(200);
    const changed = await until(
      () => analysed(app, token, before.documentId),
      ({ contentHash }) => contentHash !== before.contentHash,
    );
    expect(changed).toMatchObject({ width: 200, height: 100, analysis: { status: 'done' } });
    expect(changed.thumbnail?.url).not.toBe(before.thumbnail?.url);
  });

  it('imports a folder beside the running server, once', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'import-'));
    try {
      const pictures = [
        await picture('import north.png', '#224466'),
        await picture('import south.png', '#664422'),
      ];
      const text = { name: 'import words.png', buffer: Buffer.from('words'), mime: 'image/png' };
      await writeFixtures(folder, [
        ...pictures,
        text,
        {
          name: 'manifest.json',
          buffer: Buffer.from('[{"file":"import north.png","caption":"A cold shore"}]'),
        },
      ]);
      const run = () => ended(runCommand(app.home, ['scripts/import.ts', folder]));
      const first = await run();
      expect(first).toMatchObject({
        status: 0,
        output: expect.stringMatching(/imported 2, skipped 1, refused 1/),
      });
      const mine = (await newest(100)).filter(({ file }) => file?.name.startsWith('import '));
      expect(mine.find(({ file }) => file?.name === 'import north.png')).toMatchObject({
        description: 'A cold shore',
        analysis: { status: 'done' },
      });
      const second = await run();
      expect(second).toMatchObject({ status: 0, output: expect.stringMatching(/imported 0/) });
      expect(
        (await newest(100)).filter(({ file }) => file?.name.startsWith('import ')),
      ).toHaveLength(mine.length);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 300_000);

  describe('files of every kind', () => {
    const uploads: [string, string][] = [
      ['Strapi’s upload', '/api/upload'],
      ['the library', '/api/reference-assets'],
    ];
    /** A drawing has no pixels of its own: a canvas of any size is drawn at ours. */
    const harmless = new Map([['giant.svg', 'done']]);
    const bring = async (where: string, upload: Upload) => {
      const { status, body } = await send(app, 'POST', where, { token, form: formOf(upload) });
      if (status !== 201) return { status, body };
      const [{ id, url }] = (body.data ?? body).map((one: { file?: object }) => one.file ?? one);
      return { status, body, file: { id, url } as { id: number; url: string } };
    };

    it.each(uploads)('takes good pictures through %s', async (_who, where) => {
      const brought = [];
      for (const good of await goodPictures())
        brought.push({ good, ...(await bring(where, good)) });
      for (const { good, status, body, file } of brought) {
        expect([good.name, status, file ? '' : body]).toEqual([good.name, 201, '']);
        const { analysis, width, height, hasTransparency } = await assetOfFile(file?.id as number);
        expect([good.name, analysis.status, analysis.error]).toEqual([good.name, 'done', null]);
        const { frames: _frames, format: _format, topLeft: _topLeft, ...expected } = good.expect;
        expect([good.name, { width, height, hasTransparency }]).toEqual([good.name, expected]);
      }
    });

    it.each(uploads)(
      'refuses bad files through %s, each with a reason',
      async (_who, where) => {
        const brought = [];
        for (const bad of await badFiles()) {
          brought.push({ bad, ...(await bring(where, bad)) });
          expect((await send(app, 'GET', '/_health')).status).toBe(204);
        }
        for (const { bad, status, body, file } of brought) {
          if (file) {
            const { analysis } = await assetOfFile(file.id);
            const expected = harmless.get(bad.name) ?? 'refused';
            expect([bad.name, analysis.status]).toEqual([bad.name, expected]);
            if (expected === 'refused') expect(analysis.error?.message).toMatch(/\S{3}/);
          } else {
            const isRefused = status >= 400 && status < 500;
            const reason = expect.stringMatching(/\S{3}/);
            expect([bad.name, isRefused, body.error?.message]).toEqual([bad.name, true, reason]);
          }
        }
        expect((await send(app, 'GET', '/_health')).status).toBe(204);
      },
      180_000,
    );

    it('takes all files of a request or none', async () => {
      const [good] = await goodPictures();
      const bad = (await badFiles()).find(({ name }) => name === 'truncated.jpg') as Upload;
      const form = formWith('files', [
        { name: 'all-or-none.png', bytes: good.buffer, type: good.mime },
        { name: bad.name, bytes: bad.buffer, type: bad.mime },
      ]);
      const { status } = await send(app, 'POST', '/api/reference-assets', { token, form });
      expect(status).toBe(400);
      const left = `SELECT 1 FROM files WHERE name = 'all-or-none.png'
        UNION ALL SELECT 1 FROM reference_assets WHERE name = 'all-or-none.png'`;
      expect(await inDatabase(app, left)).toEqual([]);
    });

    it('leaves no temporary file of a request behind, not even of a refused one', async () => {
      const words = { name: 'b.png', bytes: Buffer.from('words'), type: 'image/png' };
      const form = (field: string) => formWith(field, [words]);
      const replies = [
        await send(app, 'POST', '/api/upload', { form: form('files') }),
        await send(app, 'POST', '/api/reference-assets', { token: 'nobody', form: form('files') }),
        await send(app, 'POST', '/api/reference-assets/search', { token, form: form('image') }),
      ];
      expect(replies.map(({ status }) => status)).toEqual([403, 401, 400]);
      const folder = path.join(app.home, 'tmp');
      const left = async () =>
        (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile());
      await until(left, (files) => files.length === 0, 10_000);
    });

    it.each(uploads)(
      'keeps hostile names inside the uploads folder through %s',
      async (_who, where) => {
        const kept = async (): Promise<string[]> =>
          (await readdir(app.home, { recursive: true })).filter(
            (file) => !/^(data|tmp)/.test(file),
          );
        const before = await kept();
        const buffer = await draw({ color: '#556677', width: 40, height: 40 });
        for (const name of hostileNames()) {
          const { status, file } = await bring(where, { name, buffer, mime: 'image/png' });
          expect([name, status === 201 || (status >= 400 && status < 500)]).toEqual([name, true]);
          if (file) expect(file.url).toMatch(/^\/uploads\/[^/\\%?#]+$/);
        }
        const added = (await kept()).filter((file) => !before.includes(file));
        expect(added.length).toBeGreaterThan(0);
        const outside = added.filter(
          (file) => path.dirname(file) !== path.join('public', 'uploads'),
        );
        expect(outside).toEqual([]);
      },
      180_000,
    );
  });
});
