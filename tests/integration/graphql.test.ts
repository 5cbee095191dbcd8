import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import { apiToken, registerUser, send } from '../app/client';
import { bring } from '../app/library';
import { sharedApp } from '../app/shared-app';
import { graphqlClient } from './graphql-client';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('GraphQL', () => {
  const app = sharedApp();
  let full: string;
  let readOnly: string;
  let shoe: string;
  const { ask, answered, refusal } = graphqlClient(() => app.url);

  const upload = async (token: string, name: string, color: string): Promise<string> =>
    (
      await bring(app, token, {
        name,
        color,
        width: 320,
        height: 240,
        data: { assetType: 'product' },
      })
    ).documentId;

  beforeAll(async () => {
    full = await apiToken(app);
    readOnly = await apiToken(app, 'read-only');
    shoe = await upload(full, 'Crimson trail shoe', '#c01020');
  });

  it('shows an asset as REST shows it', async () => {
    const rest = await send(app, 'GET', `/api/reference-assets/${shoe}`, { token: readOnly });
    const { referenceAsset } = await answered(
      readOnly,
      `query ($id: ID!) {
        referenceAsset(documentId: $id) {
          documentId name assetType colors dominantColors { rgb hex name share } width height sizeBytes isLogo
          contentHash perceptualHash owner humanFields usageCount createdAt updatedAt
          file { id documentId name url mime width height sizeBytes }
          thumbnail { url width height }
        }
      }`,
      { id: shoe },
    );
    expect(rest.body.data as Asset).toMatchObject(referenceAsset);
    expect(referenceAsset).toMatchObject({
      name: 'Crimson trail shoe',
      assetType: 'product',
      width: 320,
      height: 240,
    });
  });

  it('lists, searches and compares for a token that may only read', async () => {
    const data = await answered(
      readOnly,
      `query ($id: ID!) {
        referenceAssets(assetType: product) { data { documentId } meta { pagination { total } } }
        searchReferenceAssets(q: "trail shoe", limit: 5) { data { asset { documentId } score reasons } meta { total vectors } }
        similarReferenceAssets(documentId: $id) { data { score } meta { total } }
        referenceAssetDuplicates(documentId: $id) { class score }
        recommendReferenceAssets(assetIds: [$id], limit: 3) { score }
        matchReferenceAssets(beat: { shotType: close_up, action: "a trail shoe on a rock" }) { product { asset { documentId } parts { role } } confidence }
        estimateVideoGeneration(data: { prompt: "A trail shoe in the rain" }) { estimatedCostUsd breakdown { step totalUsd } }
      }`,
      { id: shoe },
    );
    expect(data.referenceAssets.data).toContainEqual({ documentId: shoe });
    expect(data.searchReferenceAssets.data[0].asset.documentId).toBe(shoe);
    expect(data.matchReferenceAssets.product[0].asset.documentId).toBe(shoe);
    expect(data.estimateVideoGeneration.breakdown.length).toBeGreaterThan(0);
  });

  it('asks for the scope of the REST action', async () => {
    const one = `{ referenceAsset(documentId: "${shoe}") { name } }`;
    const rename = `mutation { updateReferenceAsset(documentId: "${shoe}", data: { name: "Stolen" }) { name } }`;
    expect(await refusal(null, one)).toBe('Forbidden access');
    expect(await refusal(readOnly, rename)).toBe('Forbidden access');
    const lister = await apiToken(app, ['plugin::reference-assets.reference-asset.find']);
    expect(await refusal(lister, one)).toBe('Forbidden access');
    expect(
      (await answered(lister, '{ referenceAssets { meta { pagination { total } } } }'))
        .referenceAssets.meta.pagination.total,
    ).toBeGreaterThan(0);
  });

  it('edits what a person may set, and says what does not fit', async () => {
    const edit = `mutation ($id: ID!, $data: ReferenceAssetInput!) {
      updateReferenceAsset(documentId: $id, data: $data) { description logoPositionPreference humanFields rights { licence } }
    }`;
    const set = {
      description: 'Seen in spring',
      logoPositionPreference: 'top_left',
      rights: { licence: 'CC BY' },
    };
    const { updateReferenceAsset } = await answered(full, edit, { id: shoe, data: set });
    expect(updateReferenceAsset).toMatchObject(set);
    expect(updateReferenceAsset.humanFields).toEqual(expect.arrayContaining(Object.keys(set)));
    const cleared = await answered(full, edit, { id: shoe, data: { description: null } });
    expect(cleared.updateReferenceAsset.description).toBeNull();
    const { errors } = await ask(full, edit, { id: shoe, data: { name: '' } });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^name: /),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(await refusal(full, edit, { id: 'nosuchasset00000', data: {} })).toBe(
      'There is no such asset.',
    );
  });

  it('keeps the assets of registered users apart, and the shared library read-only', async () => {
    const [anna, ben] = [await registerUser(app), await registerUser(app)];
    const hers = await upload(anna, 'Her mug', '#2040a0');
    const find = `query ($id: ID!) { referenceAsset(documentId: $id) { name } }`;
    const remove = `mutation ($id: ID!) { deleteReferenceAsset(documentId: $id) { documentId } }`;
    expect(await refusal(ben, find, { id: hers })).toBe('There is no such asset.');
    expect(await refusal(ben, remove, { id: hers })).toBe('There is no such asset.');
    expect(await refusal(ben, remove, { id: shoe })).toMatch(/shared library/);
    expect(await answered(ben, find, { id: shoe })).toEqual({
      referenceAsset: { name: 'Crimson trail shoe' },
    });
    expect(await answered(anna, remove, { id: hers })).toEqual({
      deleteReferenceAsset: { documentId: hers },
    });
  });

  it('orders a video once per key, shows its beats and takes remarks', async () => {
    const order = `mutation { createVideoGeneration(
      data: { prompt: "A crimson trail shoe runs through rain", durationSeconds: 6, aspectRatio: _9_16, stopAfter: plan }
      idempotencyKey: "graphql ${process.pid}"
    ) { documentId status aspectRatio } }`;
    const { createVideoGeneration: video } = await answered(full, order);
    expect(video.aspectRatio).toBe('_9_16');
    expect((await answered(full, order)).createVideoGeneration.documentId).toBe(video.documentId);
    const look = `query ($id: ID!) { videoGeneration(documentId: $id) {
      status durationSeconds beats { documentId order durationSeconds shotType references { product { asset { documentId } manual } } }
    } }`;
    let seen = (await answered(full, look, { id: video.documentId })).videoGeneration;
    while (['queued', 'planning'].includes(seen.status)) {
      await wait(200);
      seen = (await answered(full, look, { id: video.documentId })).videoGeneration;
    }
    expect(seen.status).toBe('awaiting_plan');
    const seconds = seen.beats.reduce(
      (sum: number, beat: { durationSeconds: number }) => sum + beat.durationSeconds,
      0,
    );
    expect(seconds).toBeCloseTo(6, 6);
    const map = `mutation ($id: ID!, $beat: ID!, $assets: [ID!]!) {
      mapVideoBeatReferences(documentId: $id, beatId: $beat, assetIds: $assets) { beats { documentId references { product { asset { documentId } manual } } } }
    }`;
    const beat = seen.beats[0].documentId;
    const { mapVideoBeatReferences } = await answered(full, map, {
      id: video.documentId,
      beat,
      assets: [shoe],
    });
    const mapped = mapVideoBeatReferences.beats.find(
      (one: { documentId: string }) => one.documentId === beat,
    );
    expect(mapped.references.product).toEqual({ asset: { documentId: shoe }, manual: true });
    const remark = `mutation ($id: ID!) { commentVideoGeneration(documentId: $id, text: "Slower, please", frame: 10) { frame beatId author } }`;
    const { commentVideoGeneration } = await answered(full, remark, { id: video.documentId });
    expect(commentVideoGeneration).toMatchObject({ frame: 10, beatId: beat });
    const comments = `query ($id: ID!) { videoGenerationComments(documentId: $id) { text } }`;
    expect(await answered(full, comments, { id: video.documentId })).toEqual({
      videoGenerationComments: [{ text: 'Slower, please' }],
    });
    const cancel = `mutation ($id: ID!) { cancelVideoGeneration(documentId: $id) { status } }`;
    expect(await answered(full, cancel, { id: video.documentId })).toEqual({
      cancelVideoGeneration: { status: 'canceled' },
    });
    expect(await refusal(full, cancel, { id: video.documentId })).toMatch(/cannot be canceled/);
  });

  it('leaves the host’s own types working, without a way around ours', async () => {
    expect((await answered(full, '{ campaigns { name brief } }')).campaigns).toEqual(
      expect.any(Array),
    );
    const around = '{ campaigns { assets { name } videos { prompt } } }';
    expect(await refusal(full, around)).toMatch(/Cannot query field "assets" on type "Campaign"/);
    const { uploadFiles } = await answered(full, '{ uploadFiles { name mime } }');
    expect(uploadFiles.length).toBeGreaterThan(0);
  });
});
