import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import { adminToken, apiToken, send } from '../app/client';
import { inDatabase } from '../app/database';
import { bring } from '../app/library';
import { sharedApp } from '../app/shared-app';

/** The library is shared with other tests: what this one brings bears its mark. */
const mark = `shelf${Date.now().toString(36)}`;
const assets = '/reference-assets/assets';

describe('work in the library, over the admin routes', () => {
  const app = sharedApp();
  let token: string;
  let first: Asset;
  let second: Asset;

  const ask = (method: string, path: string, json?: unknown) =>
    send(app, method, path, { token, json });
  const now = async ({ documentId }: Asset): Promise<Asset> =>
    (await ask('GET', `${assets}/${documentId}`)).body.data;
  const found = async (query: string): Promise<string[]> =>
    (await ask('GET', `${assets}?pageSize=100&${query}`)).body.data.map((one: Asset) => one.name);

  beforeAll(async () => {
    token = await adminToken(app);
    const api = await apiToken(app);
    const data = { assetType: 'product', styleTags: [`${mark}-old`] };
    first = await bring(app, api, { name: `${mark} b`, color: '#d03020', data });
    second = await bring(app, api, { name: `${mark} a`, color: '#2030d0', data });
  });

  it('changes many at once and takes it back, but not what was said since', async () => {
    const before = await now(second);
    const changed = await ask('POST', `${assets}/changes`, {
      assetIds: [first.documentId, second.documentId],
      assetType: 'prop',
      rights: { licence: 'ours' },
      addTags: [`${mark}-new`],
    });
    expect(changed.body.data).toMatchObject({ count: 2 });
    expect(await now(first)).toMatchObject({
      assetType: 'prop',
      rights: { licence: 'ours' },
      styleTags: [`${mark}-old`, `${mark}-new`],
    });
    await ask('PUT', `${assets}/${first.documentId}`, { data: { assetType: 'texture' } });

    const undo = `${assets}/changes/${changed.body.data.id}/undo`;
    expect((await ask('POST', undo)).body.data).toEqual({ restored: 2, left: 0 });
    expect(await now(first)).toMatchObject({
      assetType: 'texture',
      rights: null,
      styleTags: [`${mark}-old`],
    });
    const { assetType, rights, styleTags, humanFields } = await now(second);
    expect({ assetType, rights, styleTags }).toEqual({
      assetType: before.assetType,
      rights: before.rights,
      styleTags: before.styleTags,
    });
    expect([...humanFields].sort()).toEqual([...before.humanFields].sort());
    expect((await ask('POST', undo)).status).toBe(404);
    const deeds = (await ask('GET', `${assets}/${second.documentId}/activity`)).body.data;
    expect(deeds.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['edited', 'undone_edited']),
    );
  });

  it('removes many at once and brings them back with what entries and searches knew of them', async () => {
    const ids = [first.documentId, second.documentId];
    const uid = 'api::campaign.campaign';
    const campaign = await ask('POST', `/content-manager/collection-types/${uid}`, {
      name: mark,
      assets: { connect: ids.map((documentId) => ({ documentId })), disconnect: [] },
    });
    const relations = async () =>
      (
        await ask(
          'GET',
          `/content-manager/relations/${uid}/${campaign.body.data.documentId}/assets?page=1&pageSize=10`,
        )
      ).body.results
        .map(({ documentId }: Asset) => documentId)
        .sort();
    expect(await relations()).toEqual([...ids].sort());
    const before = [await now(first), await now(second)];
    const uses = async () => (await ask('POST', `${assets}/removals/uses`, { assetIds: ids })).body;
    expect((await uses()).data).toEqual({ used: 2, places: 2 });

    const removed = await ask('POST', `${assets}/removals`, { assetIds: ids });
    expect(removed.body.data).toMatchObject({ count: 2 });
    expect(await found(`tags=${mark}-old`)).toEqual([]);
    expect(await relations()).toEqual([]);
    expect((await uses()).data).toEqual({ used: 0, places: 0 });

    const undo = `${assets}/removals/${removed.body.data.id}/undo`;
    expect((await ask('POST', undo)).body.data).toEqual({ restored: 2, left: 0 });
    expect([await now(first), await now(second)]).toEqual(before);
    expect(await relations()).toEqual([...ids].sort());
    const search = await ask('GET', `${assets}/search?q=${mark}`);
    expect(search.body.data).toHaveLength(2);
    expect((await ask('POST', undo)).status).toBe(404);
    const [{ count }] = await inDatabase(
      app,
      `SELECT count(*)::int AS count FROM reference_asset_words w JOIN reference_assets a ON a.id = w.asset_id
       WHERE a.document_id = ANY($1)`,
      [ids],
    );
    expect(count).toBe(2);
  });

  it('changes nothing when one of them is not there', async () => {
    const assetIds = [first.documentId, 'nosuchassetnosuchasset12'];
    const answer = await ask('POST', `${assets}/changes`, { assetIds, assetType: 'person' });
    expect(answer.status).toBe(404);
    expect((await now(first)).assetType).toBe('texture');
    expect((await ask('POST', `${assets}/changes`, { assetIds })).status).toBe(400);
  });

  it('lists under the conditions of a search and in the order asked for', async () => {
    expect(await found(`tags=${mark}-old&order=name`)).toEqual([`${mark} a`, `${mark} b`]);
    expect(await found(`tags=${mark}-old&order=oldest`)).toEqual([`${mark} b`, `${mark} a`]);
    expect(await found(`tags=${mark}-old&assetType=product`)).toEqual([`${mark} a`]);
    expect(await found(`tags=${mark}-old&status=failed`)).toEqual([]);
    expect((await ask('GET', `${assets}?order=wild`)).status).toBe(400);
  });

  it('tells what there is to filter by', async () => {
    const { tags } = (await ask('GET', `${assets}/facets`)).body.data;
    expect(tags).toContainEqual({ name: `${mark}-old`, count: 2 });
  });

  it('keeps searches by name, for oneself', async () => {
    const name = `${mark} reds`;
    const searches = '/reference-assets/saved-searches';
    const kept = await ask('POST', searches, { name, query: 'q=red' });
    expect(kept.status).toBe(201);
    await ask('POST', searches, { name, query: 'q=red&type=product' });
    const mine = async () =>
      (await ask('GET', searches)).body.data.filter((one: { name: string }) => one.name === name);
    expect(await mine()).toEqual([{ id: kept.body.data.id, name, query: 'q=red&type=product' }]);
    expect((await ask('DELETE', `${searches}/${kept.body.data.id}`)).status).toBe(204);
    expect(await mine()).toEqual([]);
    expect((await ask('DELETE', `${searches}/${kept.body.data.id}`)).status).toBe(404);
  });
});
