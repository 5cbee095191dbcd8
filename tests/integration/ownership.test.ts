import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import { adminToken, apiToken, registerUser, send, type Reply } from '../app/client';
import { bring } from '../app/library';
import { grant } from '../app/roles';
import { sharedApp } from '../app/shared-app';
import { orderVideo, videoIn } from '../app/videos';
import { graphqlClient } from './graphql-client';

const assets = '/api/reference-assets';
const videos = '/api/video-generations';
const campaigns = '/api/campaigns';

describe('two registered users', () => {
  const app = sharedApp();
  const { ask, answered } = graphqlClient(() => app.url);
  let admin: string;
  let token: string;
  let anna: string;
  let ben: string;
  let hers: Asset;
  let his: Asset;
  let shared: Asset;
  let herVideo: string;

  const as = (who: string, method: string, path: string, json?: unknown): Promise<Reply> =>
    send(app, method, path, { token: who, json });
  const found = ({ body }: Reply): string[] =>
    body.data.map(
      (one: { asset?: Asset; documentId?: string }) => one.asset?.documentId ?? one.documentId,
    );

  beforeAll(async () => {
    [admin, token] = await Promise.all([adminToken(app), apiToken(app)]);
    [anna, ben] = [await registerUser(app), await registerUser(app)];
    const teapot = {
      color: '#a03050',
      kind: 'disc',
      data: { assetType: 'product', primaryObject: 'ospreyteapot' },
    } as const;
    hers = await bring(app, anna, { ...teapot, name: 'Ospreyteapot of Anna' });
    his = await bring(app, ben, { ...teapot, name: 'Ospreyteapot of Ben', color: '#a03051' });
    shared = await bring(app, token, { ...teapot, name: 'Ospreyteapot for all', color: '#a03052' });
    const { body } = await orderVideo(app, anna, {
      prompt: 'The ospreyteapot steams in a warm kitchen',
      durationSeconds: 5,
      aspectRatio: '1:1',
      referenceAssetIds: [hers.documentId],
    });
    herVideo = body.data.documentId;
  });

  it('own what they bring, an API token brings into the shared library', () => {
    expect(hers.owner).toMatch(/\S/);
    expect(his.owner).toMatch(/\S/);
    expect(hers.owner).not.toBe(his.owner);
    expect(shared.owner).toBeNull();
  });

  it('see their own assets and the shared ones, by every way of looking', async () => {
    const beat = { shotType: 'close_up', action: 'the ospreyteapot pours' };
    const looks: [string, Promise<Reply>][] = [
      ['list', as(ben, 'GET', `${assets}?pageSize=100`)],
      ['search', as(ben, 'GET', `${assets}/search?q=ospreyteapot&limit=100`)],
      ['colour', as(ben, 'GET', `${assets}/search?color=red&limit=100`)],
      ['similar', as(ben, 'GET', `${assets}/${his.documentId}/similar?limit=100`)],
      ['duplicates', as(ben, 'POST', `${assets}/duplicates`, { assetId: his.documentId })],
      [
        'recommend',
        as(ben, 'POST', `${assets}/recommend`, { assetIds: [his.documentId], limit: 100 }),
      ],
    ];
    for (const [way, reply] of looks)
      expect([way, found(await reply).includes(hers.documentId)]).toEqual([way, false]);
    for (const [way, reply] of looks.filter(([way]) => way !== 'colour')) {
      expect([way, found(await reply).includes(shared.documentId)]).toEqual([way, true]);
    }
    const matched = await as(ben, 'POST', `${assets}/match`, {
      beat,
      product: 'ospreyteapot',
      limit: 20,
    });
    const products = matched.body.data.product.map(
      ({ asset }: { asset: Asset }) => asset.documentId,
    );
    expect(products).toEqual(expect.arrayContaining([his.documentId, shared.documentId]));
    expect(products).not.toContain(hers.documentId);
  });

  it('cannot reach what is the other’s', async () => {
    const { documentId: id } = hers;
    const attempts = [
      as(ben, 'GET', `${assets}/${id}`),
      as(ben, 'PUT', `${assets}/${id}`, { data: { name: 'Mine' } }),
      as(ben, 'DELETE', `${assets}/${id}`),
      as(ben, 'GET', `${assets}/${id}/similar`),
      as(ben, 'POST', `${assets}/${id}/analyse`),
      as(ben, 'POST', `${assets}/duplicates`, { assetId: id }),
      as(ben, 'GET', `${videos}/${herVideo}`),
      as(ben, 'POST', `${videos}/${herVideo}/cancel`),
      as(ben, 'POST', `${videos}/${herVideo}/reviews`, { decision: 'approve' }),
      as(ben, 'GET', `${videos}/${herVideo}/comments`),
      as(ben, 'POST', `${videos}/${herVideo}/comments`, { text: 'Hello' }),
      as(ben, 'GET', `${videos}/${herVideo}/events`),
    ];
    expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual(
      attempts.map(() => 404),
    );
    expect((await as(ben, 'POST', `${assets}/recommend`, { assetIds: [id] })).status).toBe(400);
    expect(
      (await orderVideo(app, ben, { prompt: 'Her teapot', referenceAssetIds: [id] })).status,
    ).toBe(400);
    expect((await as(anna, 'GET', `${assets}/${id}`)).body.data.name).toBe(hers.name);
  });

  it('may only look at the shared library, and cannot make their things shared', async () => {
    const { documentId: id } = shared;
    expect((await as(ben, 'GET', `${assets}/${id}`)).status).toBe(200);
    expect((await as(ben, 'PUT', `${assets}/${id}`, { data: { name: 'Mine' } })).status).toBe(403);
    expect((await as(ben, 'DELETE', `${assets}/${id}`)).status).toBe(403);
    expect((await as(ben, 'POST', `${assets}/${id}/analyse`)).status).toBe(403);
    expect(
      (await as(ben, 'PUT', `${assets}/${his.documentId}`, { data: { owner: null } })).status,
    ).toBe(400);
  });

  it('are kept apart in GraphQL as well', async () => {
    const data = await answered(
      ben,
      '{ referenceAssets(pageSize: 100) { data { documentId } } searchReferenceAssets(q: "ospreyteapot", limit: 100) { data { asset { documentId } } } videoGenerations { data { documentId } } }',
    );
    expect(data.referenceAssets.data).not.toContainEqual({ documentId: hers.documentId });
    expect(data.searchReferenceAssets.data).not.toContainEqual({
      asset: { documentId: hers.documentId },
    });
    expect(data.searchReferenceAssets.data).toContainEqual({
      asset: { documentId: shared.documentId },
    });
    expect(data.videoGenerations.data).not.toContainEqual({ documentId: herVideo });
    const { data: one, errors } = await ask(
      ben,
      `{ videoGeneration(documentId: "${herVideo}") { prompt } }`,
    );
    expect([one?.videoGeneration ?? null, errors?.[0]?.message]).toEqual([
      null,
      'There is no such video.',
    ]);
  });

  it('plan only with what they may use', async () => {
    const { body } = await orderVideo(app, ben, {
      prompt: 'The ospreyteapot on a table',
      durationSeconds: 5,
      stopAfter: 'plan',
    });
    const planned = await videoIn(app, ben, body.data.documentId, ['awaiting_plan']);
    expect(JSON.stringify(planned.beats)).toContain(his.documentId);
    expect(JSON.stringify(planned.beats)).not.toContain(hers.documentId);
    const mapping = { beatId: planned.beats[0].documentId, assetIds: [hers.documentId] };
    expect(
      (await as(ben, 'POST', `${videos}/${planned.documentId}/reference-mapping`, mapping)).status,
    ).toBe(400);
    await as(ben, 'POST', `${videos}/${planned.documentId}/cancel`);
  });

  describe('through a content type of the host', () => {
    let campaign: string;
    let takeBack: () => Promise<void>;
    const related = async (who: string | undefined, query: string) => {
      const { status, body } = await send(app, 'GET', `${campaigns}/${campaign}?${query}`, {
        token: who,
      });
      return { status, text: JSON.stringify(body), data: body.data };
    };

    beforeAll(async () => {
      const reading = ['api::campaign.campaign.find', 'api::campaign.campaign.findOne'];
      const ours = [
        'reference-asset.find',
        'reference-asset.findOne',
        'video-generation.find',
        'video-generation.findOne',
      ].map((one) => `plugin::reference-assets.${one}`);
      const back = [
        await grant(app, admin, 'authenticated', reading),
        await grant(app, admin, 'public', [...reading, ...ours]),
      ];
      takeBack = async () => {
        for (const undo of back) await undo();
      };
      const video = await videoIn(app, token, herVideo, ['in_review']);
      const data = {
        name: 'Tea time',
        assets: [hers, shared].map(({ documentId }) => documentId),
        videos: [video.documentId],
      };
      const made = await send(
        app,
        'POST',
        `/content-manager/collection-types/api::campaign.campaign`,
        { token: admin, json: data },
      );
      campaign = made.body.data.documentId;
      const published = await send(
        app,
        'POST',
        `/content-manager/collection-types/api::campaign.campaign/${campaign}/actions/publish`,
        { token: admin, json: {} },
      );
      expect([made.status, published.status]).toEqual([201, 200]);
    }, 180_000);
    afterAll(async () => {
      await takeBack?.();
      await send(
        app,
        'DELETE',
        `/content-manager/collection-types/api::campaign.campaign/${campaign}`,
        { token: admin },
      );
    });

    it.each([
      ['populate=assets'],
      ['populate=*'],
      ['populate[assets][fields][0]=name'],
      ['populate[assets][populate]=*'],
      ['populate[assets][sort]=name:asc'],
    ])('shows strangers nothing that is somebody’s with %s', async (query) => {
      for (const [who, name] of [
        [ben, 'ben'],
        [undefined, 'public'],
      ] as const) {
        const { status, text } = await related(who, query);
        expect([name, status]).toEqual([name, 200]);
        expect(text).toContain(shared.documentId);
        expect(text).not.toContain(hers.documentId);
        expect(text).not.toContain('of Anna');
      }
      expect((await related(anna, query)).text).toContain(hers.documentId);
    });

    it('gives nothing away by what a filter or an order finds', async () => {
      const search = (query: string) => send(app, 'GET', `${campaigns}?${query}`, { token: ben });
      const filters = [
        'sort=assets.name',
        'populate[videos][filters][referenceAssets][name][$startsWith]=Ospreyteapot',
        'filters[assets][name][$startsWith]=Ospreyteapot of A',
        `filters[assets][owner][$eq]=${hers.owner}`,
        'filters[videos][prompt][$contains]=ospreyteapot',
      ];
      for (const filter of filters) {
        const { status, body } = await search(filter);
        expect([filter, status === 400 || body.data.length === 0]).toEqual([filter, true]);
      }
    });

    it('shows a video once it is published, and no earlier', async () => {
      const seen = async (who?: string, status = 'published') =>
        (await related(who, `populate=videos&status=${status}`)).text.includes(herVideo);
      expect([await seen(), await seen(ben), await seen(anna)]).toEqual([false, false, false]);
      const drafts = [await seen(undefined, 'draft'), await seen(ben, 'draft')];
      expect([...drafts, await seen(anna, 'draft')]).toEqual([false, false, true]);
      expect((await send(app, 'GET', `${videos}/${herVideo}`)).status).toBe(404);
      expect(
        (await as(anna, 'POST', `${videos}/${herVideo}/reviews`, { decision: 'approve' })).status,
      ).toBe(200);
      expect(
        (await send(app, 'POST', `/reference-assets/videos/${herVideo}/publish`, { token: admin }))
          .status,
      ).toBe(200);
      const one = await send(app, 'GET', `${videos}/${herVideo}?populate=beats`);
      expect(one).toMatchObject({ status: 200, body: { data: { published: true } } });
      // What it was made of stays its owner's.
      expect(JSON.stringify(one.body)).not.toContain('of Anna');
      expect((await as(ben, 'GET', `${videos}/${herVideo}`)).status).toBe(200);
      expect((await as(ben, 'POST', `${videos}/${herVideo}/cancel`)).status).toBe(404);
      await send(
        app,
        'POST',
        `/content-manager/collection-types/api::campaign.campaign/${campaign}/actions/publish`,
        { token: admin, json: {} },
      );
      expect([await seen(), await seen(ben)]).toEqual([true, true]);
      expect(
        (
          await send(app, 'POST', `/reference-assets/videos/${herVideo}/unpublish`, {
            token: admin,
          })
        ).status,
      ).toBe(200);
      expect((await send(app, 'GET', `${videos}/${herVideo}`)).status).toBe(404);
    });
  });
});
