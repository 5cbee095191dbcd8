import { isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { errors } from '@strapi/utils';
import { contentApiRoutes } from '../../../src/plugins/reference-assets/server/src/routes/content-api';
import { createHost } from './host';
import { asset, at, beat, id, video } from './samples';

const calls: [string, ...unknown[]][] = [];
const useCases: Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>> = {};

jest.mock('../../../src/plugins/reference-assets/server/src/composition', () => ({
  useCase: (_strapi: unknown, name: string) =>
    new Proxy(
      {},
      {
        get:
          (_target, method: string) =>
          (...args: unknown[]) => {
            calls.push([`${name}.${method}`, ...args]);
            return useCases[name][method](...args);
          },
      },
    ),
}));

const scope = (action: string): string => `plugin::reference-assets.${action}`;
const may = (...actions: string[]) => ({ scopes: actions.map(scope) });
const fieldsOf = (schema: GraphQLSchema, name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
};

describe('GraphQL in a host', () => {
  let host: ReturnType<typeof createHost>;
  beforeAll(() => {
    host = createHost();
  });
  beforeEach(() => {
    calls.length = 0;
    host.logged.length = 0;
    for (const name of Object.keys(useCases)) delete useCases[name];
  });

  it('leaves relations to our types out of the host’s, and generates nothing for ours', () => {
    expect(fieldsOf(host.schema, 'Campaign')).toEqual(['documentId', 'name']);
    expect(fieldsOf(host.schema, 'CampaignInput')).toEqual(['name']);
    expect(fieldsOf(host.schema, 'CampaignFiltersInput')).not.toContain('assets');
    const types = Object.keys(host.schema.getTypeMap());
    expect(types.filter((name) => name.startsWith('ReferenceAssets'))).toEqual([]);
    expect(fieldsOf(host.schema, 'Query').filter((name) => /^referenceAssets./.test(name))).toEqual(
      [],
    );
  });

  it('asks each field for the scope of one REST action, and offers every action that needs no file or stream', async () => {
    const roots = [host.schema.getQueryType(), host.schema.getMutationType()];
    const fields = roots.flatMap((root) => Object.values(root?.getFields() ?? {}));
    const own = fields.filter(({ name }) => /ReferenceAsset|Video/i.test(name));
    const actions = contentApiRoutes.routes.map(({ handler }) => handler);
    const isRefused = async (field: (typeof own)[number], caller: object): Promise<boolean> => {
      try {
        await field.resolve?.({}, {}, { state: { auth: caller } }, {} as never);
        return false;
      } catch (error) {
        return error instanceof errors.ForbiddenError;
      }
    };
    const offered: string[] = [];
    for (const field of own) {
      expect(await isRefused(field, { scopes: [] })).toBe(true);
      for (const action of actions)
        if (!(await isRefused(field, may(action)))) offered.push(action);
    }
    const restOnly = ['reference-asset.create', 'picture-search.find', 'event.find'];
    restOnly.push('package.find', 'reference-asset.preprocess');
    // The storyboard's board is REST's alone; GraphQL chooses a beat's assets by their whole list.
    restOnly.push('video-board.find', 'beat-change.change', 'change-quote.find');
    // Any decision in one mutation asks for the permission of each decision as well.
    restOnly.push('video-review.review');
    // Links and the page of guests are for browsers.
    const isForBrowsers = (action: string) => /^review-(link|guest)\./.test(action);
    expect(offered.sort()).toEqual(
      actions.filter((action) => !restOnly.includes(action) && !isForBrowsers(action)).sort(),
    );
  });

  it('answers a page of assets, words of the vocabulary under their GraphQL names', async () => {
    useCases.browse = {
      list: async () => ({
        data: [asset],
        pagination: { page: 2, pageSize: 1, pageCount: 2, total: 2 },
      }),
    };
    const { data, errors: failed } = await host.ask(
      `query ($isLogo: Boolean) {
        referenceAssets(page: 2, pageSize: 1, assetType: product, isLogo: $isLogo) {
          data { name assetType logoPositionPreference sizeBytes dominantColors { rgb } analysis { status at } createdAt }
          meta { pagination { page total } }
        }
      }`,
      {
        ...may('reference-asset.find'),
        strategy: { name: 'content-api-token' },
        credentials: { name: 'shop' },
      },
      { isLogo: null },
    );
    expect(failed).toBeUndefined();
    expect(data!.referenceAssets).toEqual({
      data: [
        {
          name: 'Shoe',
          assetType: 'product',
          logoPositionPreference: 'top_left',
          sizeBytes: 5_000_000_000,
          dominantColors: [{ rgb: [200, 10, 10] }],
          analysis: { status: 'done', at },
          createdAt: at,
        },
      ],
      meta: { pagination: { page: 2, total: 2 } },
    });
    expect(calls).toEqual([
      [
        'browse.list',
        { page: 2, pageSize: 1, assetType: 'product', order: 'newest' },
        { kind: 'token', name: 'shop' },
      ],
    ]);
  });

  it('hands the vocabulary’s own words to the use case', async () => {
    useCases.orders = { create: async () => video };
    useCases.edit = { change: async () => asset };
    const caller = may('video-generation.create', 'reference-asset.update');
    const { data } = await host.ask(
      `mutation {
        createVideoGeneration(
          data: { prompt: "A shoe in the rain", aspectRatio: _9_16, durationSeconds: null }
          idempotencyKey: "k1"
        ) { status aspectRatio }
        updateReferenceAsset(
          documentId: "${id('shoe')}"
          data: { description: null, logoPositionPreference: bottom_right, rights: { licence: "CC", consent: null } }
        ) { name }
      }`,
      caller,
    );
    expect(data).toEqual({
      createVideoGeneration: { status: 'in_review', aspectRatio: '_16_9' },
      updateReferenceAsset: { name: 'Shoe' },
    });
    const [create, change] = calls;
    expect(create.slice(1)).toEqual([
      expect.objectContaining({
        aspectRatio: '9:16',
        durationSeconds: 15,
        qualityTier: 'animatic',
      }),
      { kind: 'anyone' },
      'k1',
    ]);
    expect(change.slice(1, 3)).toEqual([
      id('shoe'),
      { description: null, logoPositionPreference: 'bottom-right', rights: { licence: 'CC' } },
    ]);
  });

  it('reads beats only when they are asked for, and once', async () => {
    const get = async (_id: unknown, _viewer: unknown, withBeats: unknown) =>
      withBeats ? { ...video, beats: [beat] } : video;
    useCases.browseVideos = { get };
    useCases.control = { retry: async () => ({ ...video, beats: [beat] }) };
    const one = (fields: string) =>
      `{ videoGeneration(documentId: "${id('video')}") { ${fields} } }`;
    const readers = may('video-generation.findOne');
    await host.ask(one('status'), readers);
    expect(calls.map((call) => call[3])).toEqual([false]);
    const { data } = await host.ask(
      one('beats { order references { product { manual asset { name } } logo { score } } }'),
      readers,
    );
    expect(data!.videoGeneration.beats).toEqual([
      { order: 0, references: { product: { manual: true, asset: { name: 'Shoe' } }, logo: null } },
    ]);
    calls.length = 0;
    const retried = await host.ask(
      `mutation { retryVideoGeneration(documentId: "${id('video')}") { beats { order } } }`,
      may('video-generation.retry'),
    );
    expect(retried.data!.retryVideoGeneration.beats).toEqual([{ order: 0 }]);
    expect(calls.map(([name]) => name)).toEqual(['control.retry']);
  });

  it('shows no beats in a list to somebody who may only list', async () => {
    useCases.browseVideos = {
      list: async () => ({
        data: [video],
        pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 },
      }),
      get: async () => ({ ...video, beats: [beat] }),
    };
    const list = '{ videoGenerations { data { status beats { order } } } }';
    const refused = await host.ask(list, may('video-generation.find'));
    expect(refused.data!.videoGenerations.data).toEqual([{ status: 'in_review', beats: null }]);
    expect(refused.errors).toEqual([expect.objectContaining({ message: 'Forbidden access' })]);
    expect(calls.map(([name]) => name)).toEqual(['browseVideos.list']);
    const shown = await host.ask(list, may('video-generation.find', 'video-generation.findOne'));
    expect(shown.data!.videoGenerations.data).toEqual([
      { status: 'in_review', beats: [{ order: 0 }] },
    ]);
  });

  it('refuses bad input with the field’s path before any use case is called', async () => {
    const { errors: failed } = await host.ask(
      '{ searchReferenceAssets(q: "shoe", limit: 1000) { meta { total } } }',
      may('search.find'),
    );
    expect(failed![0].message).toMatch(/^limit: /);
    expect(calls).toEqual([]);
  });

  it('passes on what is said for people and hides the rest, which is logged', async () => {
    useCases.browse = {
      get: async () => {
        throw new errors.NotFoundError('There is no such asset.');
      },
    };
    const one = `{ referenceAsset(documentId: "${id('shoe')}") { name } }`;
    const caller = may('reference-asset.findOne');
    expect((await host.ask(one, caller)).errors![0].message).toBe('There is no such asset.');
    expect(host.logged).toEqual([]);
    const fault = new Error('select * from secret_table');
    useCases.browse.get = async () => {
      throw fault;
    };
    expect((await host.ask(one, caller)).errors![0].message).toBe('Internal Server Error');
    expect(host.logged).toEqual([fault]);
  });

  it('leaves our assets out of what a file is related to', async () => {
    const { data, errors: failed } = await host.ask(
      '{ uploadFiles { name related { __typename } } }',
      {
        scopes: ['plugin::upload.file.find'],
      },
    );
    expect(failed).toBeUndefined();
    expect(data!.uploadFiles).toEqual([
      { name: 'shoe.png', related: [{ __typename: 'Campaign' }] },
    ]);
  });

  it('leaves the interface out, and says so once, where the host has types of these names', () => {
    const taken = createHost([{ uid: 'api::video-beat.video-beat', pluralName: 'video-beats' }]);
    expect(fieldsOf(taken.schema, 'Query')).toContain('videoBeats');
    expect(fieldsOf(taken.schema, 'Query')).not.toContain('referenceAssets');
    expect(taken.logged).toEqual([expect.stringContaining('VideoBeat')]);
  });
});
