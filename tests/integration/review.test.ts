import type {
  ActivityEntry,
  ReviewComment,
  VideoVersion,
} from '../../src/plugins/reference-assets/shared/contracts/reviews';
import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/beats';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { adminToken, apiToken, send, type Reply } from '../app/client';
import { bring } from '../app/library';
import { adminWith } from '../app/people';
import { grant } from '../app/roles';
import { sharedApp } from '../app/shared-app';
import { orderVideo, videoIn } from '../app/videos';
import { graphqlClient } from './graphql-client';

const uid = 'plugin::reference-assets.video-generation';
const videoMs = 180_000;

describe('the editorial review', () => {
  const app = sharedApp();
  const { answered } = graphqlClient(() => app.url);
  let token: string;
  let admin: string;
  let critic: string;
  let id: string;
  let made: Video & { beats: Beat[] };

  const rest = (method: string, path: string, json?: unknown, who = token): Promise<Reply> =>
    send(app, method, `/api/video-generations/${id}${path}`, { token: who, json });
  const panel = (who: string, method: string, path: string, json?: unknown): Promise<Reply> =>
    send(app, method, `/reference-assets/videos/${id}${path}`, { token: who, json });
  const inEditor = (method: string, path: string, json?: unknown): Promise<Reply> =>
    send(app, method, `/content-manager/collection-types/${uid}/${id}${path}`, {
      token: admin,
      json,
    });
  const reviewed = () => videoIn(app, token, id, ['in_review']);
  const statusNow = async () => (await rest('GET', '')).body.data.status;
  const versions = async (): Promise<VideoVersion[]> => (await rest('GET', '/versions')).body.data;
  const said = async (text: string): Promise<ReviewComment> =>
    (await rest('GET', '/comments')).body.data.find((one: ReviewComment) => one.text === text);
  const did = async (): Promise<ActivityEntry[]> =>
    (await rest('GET', '/activity?pageSize=100')).body.data;
  const publicly = (path = '') => send(app, 'GET', `/api/video-generations/${id}${path}`);

  beforeAll(async () => {
    [token, admin] = await Promise.all([apiToken(app), adminToken(app)]);
    critic = await adminWith(app, ['videos.read', 'videos.comment']);
    const product = await bring(app, token, {
      name: 'Larkspur lantern',
      color: '#308060',
      kind: 'box',
      data: { assetType: 'product', primaryObject: 'lantern' },
    });
    const { body } = await orderVideo(app, token, {
      prompt: 'The Larkspur lantern glows on a porch at dusk',
      durationSeconds: 5,
      aspectRatio: '1:1',
      referenceAssetIds: [product.documentId],
    });
    id = body.data.documentId;
    made = await reviewed();
  }, videoMs);

  it('keeps the first master as version 1', async () => {
    expect(await versions()).toEqual([
      expect.objectContaining({
        number: 1,
        current: true,
        approved: false,
        frames: 150,
        fps: '30/1',
      }),
    ]);
  });

  it('takes a remark on a range with a drawing, an answer to it, and shows both everywhere', async () => {
    const strokes = [
      {
        color: 'red',
        width: 0.01,
        points: [
          [0.25, 0.25],
          [0.123456, 1],
        ],
      },
    ];
    const remark = { text: 'Too dark here', frame: 10, frameEnd: 20, drawing: { strokes } };
    const first = await panel(critic, 'POST', '/comments', remark);
    expect(first).toMatchObject({
      status: 201,
      body: { data: { frame: 10, frameEnd: 20, version: 1, beatId: made.beats[0].documentId } },
    });
    expect(first.body.data.drawing.strokes[0].points).toEqual([
      [0.25, 0.25],
      [0.1235, 1],
    ]);
    const parentId = first.body.data.documentId;
    const reply = await rest('POST', '/comments', { text: 'I see it', parentId });
    expect(reply.body.data).toMatchObject({ parentId, frame: 10 });
    const beside = await rest('POST', '/comments', {
      text: 'Me too',
      parentId: reply.body.data.documentId,
    });
    expect(beside.body.data.parentId).toBe(parentId);
    const { videoGenerationComments } = await answered(
      token,
      `query ($id: ID!) { videoGenerationComments(documentId: $id) { text drawing parentId } }`,
      { id },
    );
    expect(videoGenerationComments).toHaveLength(3);
    expect(videoGenerationComments[0].drawing.strokes).toHaveLength(1);
  });

  it.each([
    ['a range that ends before it begins', { frame: 9, frameEnd: 8 }],
    ['a range beyond the end', { frame: 149, frameEnd: 150 }],
    ['a drawing on no frame', { drawing: { strokes: [{ color: 'red', width: 0.01, points: [[0, 0]] }] } }],
    ['a drawing outside', { frame: 1, drawing: { strokes: [{ color: 'red', width: 0.01, points: [[2, 0]] }] } }],
    ['a colour that is code', { frame: 1, drawing: { strokes: [{ color: 'url(x)', width: 0.01, points: [[0, 0]] }] } }],
    ['somebody who is not there', { mentions: [987_654] }],
  ])('refuses %s', async (_what, more) => {
    expect((await rest('POST', '/comments', { text: 'No', ...more })).status).toBe(400);
    expect(await said('No')).toBeUndefined();
  }); // prettier-ignore

  it('mentions people of the panel by their names', async () => {
    const { body } = await send(app, 'GET', '/reference-assets/people', { token: critic });
    const [someone] = body.data;
    expect(Object.keys(someone).sort()).toEqual(['id', 'name']);
    const asked = await panel(critic, 'POST', '/comments', {
      text: 'Please look',
      mentions: [someone.id],
    });
    expect(asked.body.data.mentions).toEqual([someone]);
  });

  it('gives each decision a permission of its own, and refuses who has it not', async () => {
    const [approver, rejecter] = [
      await adminWith(app, ['videos.read', 'videos.approve']),
      await adminWith(app, ['videos.read', 'videos.reject']),
    ];
    const tries: [string, string, number][] = [
      [critic, 'approve', 403],
      [critic, 'request-changes', 403],
      [critic, 'reject', 403],
      [rejecter, 'approve', 403],
      [approver, 'reject', 403],
      [approver, 'request-changes', 403],
    ];
    for (const [who, decision, status] of tries) {
      const reply = await panel(who, 'POST', `/decisions/${decision}`, {});
      expect([decision, reply.status]).toEqual([decision, status]);
      expect((await panel(who, 'DELETE', `/decisions/${decision}`)).status).toBe(status);
    }
    const comment = await said('Too dark here');
    expect(
      (await panel(critic, 'POST', `/comments/${comment.documentId}/regenerate`, { quotedUsd: 0 }))
        .status,
    ).toBe(403);
    const only = await apiToken(app, ['reject', 'review'].map((name) => `plugin::reference-assets.video-review.${name}`)); // prettier-ignore
    expect((await rest('POST', '/decisions/approve', {}, only)).status).toBe(403);
    expect((await rest('POST', '/reviews', { decision: 'approve' }, only)).status).toBe(403);
    expect(await statusNow()).toBe('in_review');
    expect((await panel(rejecter, 'POST', '/decisions/reject', {})).status).toBe(200);
    expect((await panel(rejecter, 'DELETE', '/decisions/reject')).body.data.status).toBe(
      'in_review',
    );
  });

  it('resolves a remark by hand and opens it again', async () => {
    const { documentId } = await said('Please look');
    const done = await panel(critic, 'POST', `/comments/${documentId}/resolve`);
    expect(done.body.data).toMatchObject({
      resolvedBy: expect.stringMatching(/^Rita/),
      resolvedVersion: null,
    });
    const open = await panel(critic, 'DELETE', `/comments/${documentId}/resolve`);
    expect(open.body.data).toMatchObject({ resolvedBy: null, resolvedAt: null });
  });

  it(
    'makes a beat again because of a remark, at the quoted price, and the new version resolves it',
    async () => {
      const comment = await said('Too dark here');
      const beat = comment.beatId;
      const quote = await rest('GET', `/beats/${beat}/regenerate-quote`);
      expect(quote.body.data).toEqual({ estimatedCostUsd: 0 });
      const path = `/comments/${comment.documentId}/regenerate`;
      expect((await rest('POST', path, {})).status).toBe(400);
      expect((await rest('POST', path, { quotedUsd: 0 })).status).toBe(200);
      expect(await said('Too dark here')).toMatchObject({ awaitsVersion: true, resolvedBy: null });
      made = await reviewed();
      expect(await said('Too dark here')).toMatchObject({
        awaitsVersion: false,
        resolvedBy: 'version 2',
        resolvedVersion: 2,
      });
      expect((await said('Please look')).resolvedBy).toBeNull();
      const [second, first] = await versions();
      expect([second.number, second.current, first.number, first.current]).toEqual([
        2,
        true,
        1,
        false,
      ]);
      for (const { file } of [second, first])
        expect((await fetch(app.url + (file as { url: string }).url)).status).toBe(200);
    },
    videoMs,
  );

  it('refuses a decision about a version that is no longer there', async () => {
    expect((await rest('POST', '/decisions/approve', { version: 1 })).status).toBe(400);
    expect(await statusNow()).toBe('in_review');
  });

  it('takes an approval back, and not while the video is public', async () => {
    expect((await rest('POST', '/decisions/approve', { version: 2 })).body.data.status).toBe(
      'approved',
    );
    expect((await rest('DELETE', '/decisions/approve')).body.data.status).toBe('in_review');
    expect((await panel(admin, 'POST', '/publish')).status).toBe(400);
    expect((await rest('DELETE', '/decisions/approve')).status).toBe(400);
    await rest('POST', '/decisions/approve', { version: 2 });
    expect((await panel(admin, 'POST', '/publish')).body.data.published).toBe(true);
    expect((await rest('DELETE', '/decisions/approve')).status).toBe(400);
  });

  it(
    'serves the approved version and nothing that came after it, over REST and GraphQL',
    async () => {
      const mayLook = ['video-generation.find', 'video-generation.findOne'].map((one) => `plugin::reference-assets.${one}`); // prettier-ignore
      const takeBack = await grant(app, admin, 'public', [
        ...mayLook,
        'api::campaign.campaign.findOne',
      ]);
      const campaigns = '/content-manager/collection-types/api::campaign.campaign';
      const inPanel = (path: string, json: object) =>
        send(app, 'POST', campaigns + path, { token: admin, json });
      const campaign = (await inPanel('', { name: 'Larkspur at dusk', videos: [id] })).body.data
        .documentId;
      expect((await inPanel(`/${campaign}/actions/publish`, {})).status).toBe(200);
      const related = async () => {
        const shown = await send(
          app,
          'GET',
          `/api/campaigns/${campaign}?populate[videos][populate]=video`,
        );
        return shown.body.data.videos[0];
      };
      try {
        const url = made.video?.url;
        expect((await publicly()).body.data).toMatchObject({ status: 'approved', video: { url } });
        const beat = made.beats[0];
        expect((await rest('POST', `/beats/${beat.documentId}/regenerate`)).status).toBe(200);
        const during = await publicly('?populate=beats');
        expect(during.body.data).toMatchObject({
          status: 'approved',
          published: true,
          video: { url },
        });
        made = await reviewed();
        expect(made.video?.url).not.toBe(url);
        const after = (await publicly('?populate=beats')).body.data;
        expect(after).toMatchObject({ status: 'approved', video: { url } });
        expect(after.beats.map((one: Beat) => one.name)).toEqual(
          made.beats.map(({ name }) => name),
        );
        expect(after.beats.every((one: Beat) => one.still === null && one.clips.length === 0)).toBe(
          true,
        );
        expect(await related()).toMatchObject({ stage: 'approved', video: { url } });
        expect(await related()).not.toHaveProperty('approval');
        expect((await fetch(app.url + url)).status).toBe(200);
        expect((await rest('GET', '?published=true')).body.data.video.url).toBe(url);
        const { videoGeneration } = await answered(
          null,
          `query ($id: ID!) { videoGeneration(documentId: $id) { status video { url } beats { still { url } } } }`,
          { id },
        );
        expect(videoGeneration).toMatchObject({ status: 'approved', video: { url } });
        expect(videoGeneration.beats.every((one: Beat) => one.still === null)).toBe(true);
        expect((await panel(admin, 'POST', '/publish')).status).toBe(400);
      } finally {
        await takeBack();
        await send(app, 'DELETE', `${campaigns}/${campaign}`, { token: admin });
      }
    },
    videoMs,
  );

  it('takes the approval away when the Content Manager changes the video, and lets nobody approve there', async () => {
    await rest('POST', '/decisions/approve', {});
    const before = (await inEditor('GET', '')).body.data;
    const { prompt, stage } = before;
    expect((await inEditor('PUT', '', { prompt, stage })).status).toBe(200);
    expect(await statusNow()).toBe('approved');
    expect((await inEditor('PUT', '', { prompt: `${prompt}, calmly`, stage })).status).toBe(200);
    expect(await statusNow()).toBe('in_review');
    expect((await inEditor('PUT', '', { stage: 'approved' })).status).toBe(400);
    expect((await inEditor('POST', '/actions/publish', { prompt, stage: 'approved' })).status).toBe(
      400,
    );
    const forged = { version: 3, digest: 'x', by: 'me', at: 'now' };
    await inEditor('PUT', '', { approval: forged });
    expect((await panel(admin, 'POST', '/publish')).status).toBe(400);
    expect((await did()).map(({ action }) => action)).toContain('approval_withdrawn');
  });

  it(
    'takes the approval away when an asset of a beat is chosen by hand',
    async () => {
      expect((await rest('POST', '/decisions/approve', {})).body.data.status).toBe('approved');
      const mapped = await rest('POST', '/reference-mapping', {
        beatId: made.beats[0].documentId,
        assetIds: [],
      });
      expect(mapped.status).toBe(200);
      expect((await panel(admin, 'POST', '/publish')).status).toBe(400);
      await reviewed();
    },
    videoMs,
  );

  it('tells who did what, to those who may know', async () => {
    const actions = (await did()).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['created', 'version_made', 'commented', 'replied', 'resolved', 'reopened', 'regenerated', 'approved', 'undone_approved', 'published', 'mapped'])); // prettier-ignore
    const made2 = (await did()).find(({ detail }) => detail?.startsWith('2'));
    expect(made2).toMatchObject({ actorKind: 'system', detail: '2, resolves 1' });
    expect((await panel(critic, 'GET', '/activity')).status).toBe(403);
    const { videoGenerationActivity } = await answered(
      token,
      `query ($id: ID!) { videoGenerationActivity(documentId: $id) { data { actor action at } } }`,
      { id },
    );
    expect(videoGenerationActivity.data.length).toBeGreaterThan(5);
  });
});
