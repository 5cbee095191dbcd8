import { existsSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Hit } from '../../src/plugins/reference-assets/shared/contracts/asset-search';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import { apiToken, formWith, send } from '../app/client';
import { draw } from '../app/drawings';
import { analysed, bring } from '../app/library';
import { diskPath, sharedApp } from '../app/shared-app';

const scope = (action: string) => `plugin::reference-assets.${action}`;
const assets = '/api/reference-assets';

describe('assets over REST', () => {
  const app = sharedApp();
  let token: string;
  let kettle: Asset;
  let copper: Asset;
  let veranda: Asset;

  const ask = (method: string, path: string, json?: unknown) =>
    send(app, method, path, { token, json });
  const documentIds = (hits: { asset: Asset }[]) => hits.map(({ asset }) => asset.documentId);

  const refused = (status: number, path?: string) => ({
    data: null,
    error: {
      status,
      name: expect.stringMatching(/Error$/),
      message: expect.stringMatching(/\S/),
      ...(path && {
        details: {
          errors: expect.arrayContaining([expect.objectContaining({ path: path.split('.') })]),
        },
      }),
    },
  });

  beforeAll(async () => {
    token = await apiToken(app);
    const product = { assetType: 'product', primaryObject: 'zephyrkettle' };
    kettle = await bring(app, token, {
      name: 'Zephyrkettle in vermilion',
      color: '#d03020',
      data: product,
    });
    copper = await bring(app, token, {
      name: 'Zephyrkettle, larger',
      color: '#d04020',
      width: 400,
      height: 400,
      data: product,
    });
    const scene = { assetType: 'environment' };
    veranda = await bring(app, token, {
      name: 'Quillmoor veranda',
      color: '#30603a',
      kind: 'scene',
      data: scene,
    });
  });

  it('takes several pictures with words about them, and measures each', async () => {
    const files = [
      {
        name: 'first.png',
        bytes: await draw({ color: '#804020', width: 120, height: 90 }),
        type: 'image/png',
      },
      {
        name: 'second.jpg',
        bytes: await sharp(await draw({ color: '#204080', kind: 'scene' }))
          .jpeg()
          .toBuffer(),
        type: 'image/jpeg',
      },
    ];
    const data = { description: 'Two at once', rights: { licence: 'CC BY' }, styleTags: ['plain'] };
    const { status, body } = await send(app, 'POST', assets, {
      token,
      form: formWith('files', files, data),
    });
    expect(status).toBe(201);
    expect(body.data).toHaveLength(2);
    const brought: Asset[] = await Promise.all(
      body.data.map((one: Asset) => analysed(app, token, one.documentId)),
    );
    // Several files of one request are written side by side: whichever is there first comes first.
    const [first, second] = brought.sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
    expect(first).toMatchObject({
      ...data,
      width: 120,
      height: 90,
      hasTransparency: true,
      analysis: { status: 'done', provider: 'local', error: null },
    });
    expect(first.humanFields.sort()).toEqual(Object.keys(data).sort());
    expect(second).toMatchObject({ ...data, width: 320, height: 320, hasTransparency: false });
    expect(first.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(first.dominantColors.length).toBeGreaterThan(0);
  });

  it('keeps a thumbnail of 400 × 400 beside the picture, and makes the edges when they are asked for', async () => {
    expect(await sharp(readFileSync(diskPath(app, kettle.thumbnail))).metadata()).toMatchObject({
      width: 400,
      height: 400,
    });
    const made = await ask('GET', `${assets}/${kettle.documentId}/edges`);
    expect(made.body.data).toMatchObject({ mime: 'image/png', width: 320, height: 320 });
    const again = await ask('GET', `${assets}/${kettle.documentId}/edges`);
    expect(again.body.data.url).toBe(made.body.data.url);
    const edges = await sharp(readFileSync(diskPath(app, made.body.data))).stats();
    expect(edges.channels[0]).toMatchObject({ min: 0, max: 255 });
    const served = await fetch(app.url + (kettle.thumbnail as { url: string }).url);
    expect(served.status).toBe(200);
  });

  it('lists page by page, by type, newest first', async () => {
    const { body } = await ask('GET', `${assets}?pageSize=1&assetType=environment`);
    expect(body.data).toHaveLength(1);
    expect(body.meta.pagination).toMatchObject({ page: 1, pageSize: 1 });
    expect(body.meta.pagination.total).toBeGreaterThanOrEqual(1);
    const next = await ask('GET', `${assets}?pageSize=2&page=1`);
    const [newer, older] = next.body.data as Asset[];
    expect(Date.parse(newer.createdAt)).toBeGreaterThanOrEqual(Date.parse(older.createdAt));
  });

  it('never overwrites what a person set when it measures again', async () => {
    const mug = await bring(app, token, { name: 'Nameless mug', color: '#4050a0', kind: 'disc' });
    const set = { name: 'Night mug', assetType: 'prop', colors: ['midnight'], isLogo: false };
    const changed = await ask('PUT', `${assets}/${mug.documentId}`, { data: set });
    expect(changed.body.data).toMatchObject(set);
    expect(changed.body.data.humanFields).toEqual(expect.arrayContaining(Object.keys(set)));
    const again = await ask('POST', `${assets}/${mug.documentId}/analyse`);
    expect(again.status).toBe(200);
    const measured = await analysed(app, token, mug.documentId);
    expect(measured).toMatchObject({ ...set, analysis: { status: 'done' } });
    expect(Date.parse(measured.analysis.at as string)).toBeGreaterThan(
      Date.parse(mug.analysis.at as string),
    );
  });

  it('removes the picture and everything made of it', async () => {
    const doomed = await bring(app, token, { name: 'Doomed', color: '#111111' });
    const files = [doomed.file, doomed.thumbnail, doomed.edges].map((file) => diskPath(app, file));
    expect(files.map(existsSync)).toEqual([true, true, true]);
    expect((await ask('DELETE', `${assets}/${doomed.documentId}`)).status).toBe(204);
    expect(files.map(existsSync)).toEqual([false, false, false]);
    expect((await ask('GET', `${assets}/${doomed.documentId}`)).status).toBe(404);
    expect((await ask('GET', `/api/upload/files/${doomed.file?.id}`)).status).toBe(404);
  });

  it('finds by words, type, logo and colour, and says what it could not use', async () => {
    const { status, body } = await ask(
      'GET',
      `${assets}/search?q=zephyrkettle&assetType=product&limit=5`,
    );
    expect(status).toBe(200);
    expect(documentIds(body.data).slice(0, 2).sort()).toEqual(
      [kettle.documentId, copper.documentId].sort(),
    );
    expect(body.data[0].score).toBeGreaterThan(0);
    expect(body.meta.vectors === null).toBe(typeof body.meta.notice === 'string');
    const none = await ask('GET', `${assets}/search?q=zephyrkettle&assetType=environment`);
    expect(documentIds(none.body.data)).not.toContain(kettle.documentId);
    const green = await ask('GET', `${assets}/search?color=green&limit=100`);
    expect(documentIds(green.body.data)).toContain(veranda.documentId);
    const logos = await ask('GET', `${assets}/search?q=zephyrkettle&isLogo=true`);
    expect(logos.body.data.every((hit: Hit) => hit.asset.isLogo)).toBe(true);
  });

  it('finds by a picture and by an asset', async () => {
    const image = { name: 'like.png', bytes: await draw({ color: '#d03020' }), type: 'image/png' };
    const byPicture = await send(app, 'POST', `${assets}/search`, {
      token,
      form: formWith('image', [image]),
    });
    expect(byPicture.status).toBe(200);
    expect(byPicture.body.data[0].asset.documentId).toBe(kettle.documentId);
    const similar = await ask('GET', `${assets}/${kettle.documentId}/similar?limit=100`);
    const ids = documentIds(similar.body.data);
    expect(ids).not.toContain(kettle.documentId);
    expect(ids.indexOf(copper.documentId)).toBeGreaterThanOrEqual(0);
    // Whatever is much less alike comes later, or not at all where others of the library are more alike.
    const before = ids.slice(0, ids.indexOf(copper.documentId));
    expect(before).not.toContain(veranda.documentId);
  });

  it('recognises the same bytes and the same picture written anew', async () => {
    const bytes = await draw({ color: '#7a2f90', kind: 'scene' });
    const add = async (name: string, content: Buffer, type: string) => {
      const { body } = await send(app, 'POST', assets, {
        token,
        form: formWith('files', [{ name, bytes: content, type }]),
      });
      return (await analysed(app, token, body.data[0].documentId)).documentId;
    };
    const original = await add('violet.png', bytes, 'image/png');
    const copy = await add('violet copy.png', bytes, 'image/png');
    const anew = await add(
      'violet.jpg',
      await sharp(bytes).jpeg({ quality: 90 }).toBuffer(),
      'image/jpeg',
    );
    const expected = expect.arrayContaining([
      expect.objectContaining({
        class: 'same-bytes',
        score: 1,
        asset: expect.objectContaining({ documentId: copy }),
      }),
      expect.objectContaining({
        class: 're-encoded',
        asset: expect.objectContaining({ documentId: anew }),
      }),
    ]);
    const stored = await ask('POST', `${assets}/duplicates`, { assetId: original });
    expect(stored.body.data).toEqual(expected);
    expect(documentIds(stored.body.data)).not.toContain(kettle.documentId);
    const form = formWith('image', [{ name: 'probe.png', bytes, type: 'image/png' }]);
    expect((await send(app, 'POST', `${assets}/duplicates`, { token, form })).body.data).toEqual(
      expected,
    );
  });

  it('says why a picture that was sent for comparison is none', async () => {
    const image = { name: 'words.png', bytes: Buffer.from('only words'), type: 'image/png' };
    for (const path of ['search', 'duplicates']) {
      const form = formWith('image', [image]);
      const { status, body } = await send(app, 'POST', `${assets}/${path}`, { token, form });
      expect(status).toBe(400);
      expect(body).toMatchObject(refused(400));
    }
  });

  it('recommends what fits a selection and matches a beat role by role', async () => {
    const recommended = await ask('POST', `${assets}/recommend`, {
      assetIds: [kettle.documentId],
      limit: 5,
    });
    expect(recommended.status).toBe(200);
    expect(documentIds(recommended.body.data)).not.toContain(kettle.documentId);
    expect(recommended.body.data.length).toBeGreaterThan(0);
    const beat = { shotType: 'close_up', action: 'the zephyrkettle steams on a stove' };
    const { body } = await ask('POST', `${assets}/match`, {
      beat,
      product: 'zephyrkettle',
      limit: 2,
    });
    expect(body.data.product[0].asset.primaryObject).toBe('zephyrkettle');
    expect(body.data.product[0].reasons.length).toBeGreaterThan(0);
    expect(Object.keys(body.data)).toEqual(
      expect.arrayContaining([
        'product',
        'logo',
        'environment',
        'person',
        'prop',
        'texture',
        'confidence',
      ]),
    );
  });

  it('makes assets of media that is there, and says which is not', async () => {
    const note = {
      name: 'note.txt',
      bytes: Buffer.from('words, not a picture'),
      type: 'text/plain',
    };
    const uploaded = await send(app, 'POST', '/api/upload', {
      token,
      form: formWith('files', [note]),
    });
    expect(uploaded.status).toBe(201);
    const [{ id }] = uploaded.body;
    const imported = await ask('POST', `${assets}/import`, {
      fileIds: [id, kettle.file?.id, 99_999_999],
    });
    expect(imported.body.data).toEqual({ taken: 2, missing: [99_999_999] });
    const listed = await ask('GET', `${assets}?pageSize=5`);
    const asset = (listed.body.data as Asset[]).find((one) => one.file?.id === id) as Asset;
    expect((await analysed(app, token, asset.documentId)).analysis).toMatchObject({
      status: 'refused',
      error: { code: 'not-an-image' },
    });
    await ask('DELETE', `${assets}/${asset.documentId}`);
  });

  it.each([
    ['GET', '?pageSize=0', undefined, 'pageSize'],
    ['GET', '?assetType=spaceship', undefined, 'assetType'],
    ['GET', '/search?limit=1000', undefined, 'limit'],
    ['POST', '/recommend', { assetIds: 'all' }, 'assetIds'],
    ['POST', '/match', { beat: { shotType: 'from_the_moon', action: 'x' } }, 'beat.shotType'],
    ['POST', '/duplicates', { assetId: '../etc' }, 'assetId'],
    ['POST', '/import', { fileIds: ['one'] }, 'fileIds.0'],
    ['PUT', '/aaaaaaaaaaaaaaaaaaaaaaaa', { data: { name: '', owner: 'me' } }, 'name'],
  ])('answers 400 to %s %s with the path of the field', async (method, path, json, field) => {
    const { status, body } = await ask(method, assets + path, json);
    expect(status).toBe(400);
    expect(body).toEqual(refused(400, field));
  });

  it('refuses a request without a file, with broken words and with a broken body', async () => {
    const noFile = await ask('POST', assets, {});
    expect(noFile.body).toMatchObject(refused(400));
    const form = formWith('files', [
      { name: 'a.png', bytes: await draw({ color: '#123456' }), type: 'image/png' },
    ]);
    form.append('data', '{"name":');
    expect((await send(app, 'POST', assets, { token, form })).body).toMatchObject(refused(400));
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const broken = await fetch(`${app.url}${assets}/match`, {
      method: 'POST',
      headers,
      body: '{"beat":',
    });
    expect(broken.status).toBe(400);
  });

  it('answers 404 in the envelope for what is not there', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/similar'],
      ['POST', '/analyse'],
    ]) {
      const { status, body } = await ask(method, `${assets}/aaaaaaaaaaaaaaaaaaaaaaaa${path}`);
      expect(status).toBe(404);
      expect(body).toMatchObject(refused(404));
    }
  });

  it('lets a read-only token look, in every way, and change nothing', async () => {
    const reader = await apiToken(app, 'read-only');
    const as = (method: string, path: string, json?: unknown) =>
      send(app, method, path, { token: reader, json });
    const id = kettle.documentId;
    const beat = { shotType: 'wide', action: 'steam' };
    const looks = [
      ['GET', assets],
      ['GET', `${assets}/${id}`],
      ['GET', `${assets}/search?q=zephyrkettle`],
      ['GET', `${assets}/${id}/similar`],
      ['POST', `${assets}/duplicates`, { assetId: id }],
      ['POST', `${assets}/recommend`, { assetIds: [id] }],
      ['POST', `${assets}/match`, { beat }],
      ['GET', '/api/video-generations'],
      ['POST', '/api/video-generations/estimate', { data: { prompt: 'A kettle' } }],
    ] as const;
    for (const [method, path, json] of looks) {
      expect([method, path, (await as(method, path, json)).status]).toEqual([method, path, 200]);
    }
    const changes = [
      ['POST', assets],
      ['PUT', `${assets}/${id}`, { data: { name: 'Mine' } }],
      ['DELETE', `${assets}/${id}`],
      ['POST', `${assets}/${id}/analyse`],
      ['POST', `${assets}/import`, { fileIds: [1] }],
      ['POST', '/api/video-generations', { data: { prompt: 'A kettle' } }],
    ] as const;
    for (const [method, path, json] of changes) {
      const { status, body } = await as(method, path, json);
      expect([method, path, status]).toEqual([method, path, 403]);
      expect(body).toMatchObject(refused(403));
    }
  });

  it('lets a custom token do what is ticked and nothing else, and nobody without one', async () => {
    const searcher = await apiToken(app, [scope('search.find')]);
    const as = (path: string, who?: string) => send(app, 'GET', path, { token: who });
    expect((await as(`${assets}/search?q=kettle`, searcher)).status).toBe(200);
    expect((await as(assets, searcher)).status).toBe(403);
    expect((await as(`${assets}/${kettle.documentId}/similar`, searcher)).status).toBe(403);
    for (const path of ['', '/search?q=kettle', `/${kettle.documentId}`]) {
      expect((await as(assets + path)).status).toBe(403);
    }
    expect((await as(assets, 'no-such-token')).status).toBe(401);
  });
});
