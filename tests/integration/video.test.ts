import panelTexts from '../../src/plugins/reference-assets/admin/src/translations/en.json';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/beats';
import type { Video, VideoEvent } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { probeMedia } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { findMediaTools } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/tools';
import { adminToken, apiToken, registerUser, send, type Reply } from '../app/client';
import { bring } from '../app/library';
import { grant } from '../app/roles';
import { diskPath, sharedApp } from '../app/shared-app';
import { orderVideo, videoIn, watchVideo } from '../app/videos';

const videos = '/api/video-generations';
const uid = 'plugin::reference-assets.video-generation';

describe('videos over REST', () => {
  const app = sharedApp();
  let token: string;
  let admin: string;
  let library: Record<'kayak' | 'lake' | 'logo' | 'spare', Asset>;

  const ask = (method: string, path: string, json?: unknown): Promise<Reply> =>
    send(app, method, videos + path, { token, json });
  const look = async (id: string): Promise<Video & { beats: Beat[] }> =>
    (await ask('GET', `/${id}?populate=beats`)).body.data;
  const reach = (id: string, ...stages: Video['status'][]) => videoIn(app, token, id, stages);
  const order = (data: object) => orderVideo(app, token, data);
  const five = { durationSeconds: 5, aspectRatio: '1:1' };
  const frames = ({ startSeconds, durationSeconds }: Beat) => ({
    start: startSeconds * 30,
    length: durationSeconds * 30,
  });

  beforeAll(async () => {
    [token, admin] = await Promise.all([apiToken(app), adminToken(app)]);
    const add = (
      name: string,
      color: string,
      assetType: string,
      kind: 'box' | 'disc' | 'stripes' | 'scene',
      more = {},
    ) =>
      bring(app, token, {
        name,
        color,
        kind,
        data: { assetType, isLogo: assetType === 'logo', ...more },
      });
    library = {
      kayak: await add('Wrenfold kayak', '#e07020', 'product', 'box', { primaryObject: 'kayak' }),
      lake: await add('Wrenfold lake shore', '#2f6f5f', 'environment', 'scene'),
      logo: await add('Wrenfold logo', '#203050', 'logo', 'stripes'),
      spare: await add('Wrenfold paddle', '#905020', 'product', 'disc', {
        primaryObject: 'paddle',
      }),
    };
  });

  const ids = (...names: (keyof typeof library)[]) => names.map((name) => library[name].documentId);
  const brief = 'The Wrenfold kayak glides over a calm lake at dawn';

  describe('from brief to published', () => {
    let id: string;
    let made: Video & { beats: Beat[] };
    const events: VideoEvent[] = [];

    beforeAll(async () => {
      const { body } = await order({
        prompt: brief,
        durationSeconds: 6,
        aspectRatio: '16:9',
        referenceAssetIds: ids('kayak', 'lake', 'logo'),
      });
      id = body.data.documentId;
      const watched = watchVideo(app, token, id, (event) => void events.push(event));
      made = await reach(id, 'in_review');
      await watched.until(({ status }) => status === 'in_review');
      watched.close();
    }, 180_000);

    it('cuts the brief into beats that fill it to the frame', () => {
      expect(made.beats.length).toBeGreaterThan(0);
      let next = 0;
      for (const beat of made.beats) {
        expect(frames(beat).start).toBeCloseTo(next, 6);
        expect(frames(beat).length).toBeCloseTo(Math.round(frames(beat).length), 6);
        next += Math.round(frames(beat).length);
      }
      expect(next).toBe(6 * 30);
      expect(made).toMatchObject({
        qualityTier: 'animatic',
        stopAfter: 'video',
        published: false,
        error: null,
      });
    });

    it('uses the chosen product, with reasons', () => {
      const products = made.beats.flatMap(({ references }) => references.product ?? []);
      expect(products.length).toBeGreaterThan(0);
      expect(new Set(products.map(({ asset }) => asset.documentId))).toEqual(new Set(ids('kayak')));
      expect(products.every(({ reasons }) => reasons.length > 0)).toBe(true);
      expect(
        made.beats.some(
          ({ references }) => references.logo?.asset.documentId === library.logo.documentId,
        ),
      ).toBe(true);
    });

    it('makes a file that is what its row says', async () => {
      const tools = await findMediaTools();
      const facts = await probeMedia(diskPath(app, made.video), tools, { countFrames: true });
      expect(facts).toMatchObject({
        width: 1280,
        height: 720,
        fps: { numerator: 30, denominator: 1 },
        frames: 6 * 30,
        videoCodec: 'h264',
        pixelFormat: 'yuv420p',
        audioCodec: 'aac',
        faststart: true,
      });
      expect(facts.durationSeconds).toBeCloseTo(6, 1);
      expect(made.video).toMatchObject({
        width: facts.width,
        height: facts.height,
        mime: 'video/mp4',
      });
      // What we made is known to the byte, though Strapi's own column keeps kB with two decimals.
      expect(made.video?.sizeBytes).toBe(facts.sizeBytes);
      expect(made.qualityReport?.passed).toBe(true);
      const { checks = [] } = made.qualityReport ?? {};
      expect(checks.filter(({ passed }) => !passed)).toEqual([]);
      expect(Object.fromEntries(checks.map(({ name, actual }) => [name, actual]))).toMatchObject({
        size: `${facts.width}×${facts.height}`,
        frames: String(facts.frames),
        duration: `${facts.durationSeconds.toFixed(3)} s`,
        'frame rate': `${facts.fps?.numerator}/${facts.fps?.denominator}`,
        'video codec': facts.videoCodec,
        'pixel format': facts.pixelFormat,
        'audio codec': facts.audioCodec,
        'audio rate': `${facts.sampleRate} Hz`,
        'index first': String(facts.faststart),
      });
      for (const beat of made.beats) {
        const clip = await probeMedia(diskPath(app, beat.clips[0]), tools, { countFrames: true });
        expect(clip.frames).toBe(Math.round(frames(beat).length));
      }
      expect((await fetch(app.url + (made.poster as { url: string }).url)).status).toBe(200);
    });

    it('says how it was made, and streams what an editor needs', async () => {
      expect(made.disclosure).toMatchObject({ digitalSourceType: 'composite', signed: false });
      const master = await (await fetch(app.url + (made.video as { url: string }).url)).text();
      expect(master).toContain('digitalsourcetype/composite"');
      const named = (made.qualityReport?.checks ?? []).map(({ name }) => name);
      expect(named).toEqual(expect.arrayContaining(['logo before encoding', 'loudness']));
      // The panel has a word for each in the person's language.
      const words = named.map((name) => `check.${name.replaceAll(' ', '_')}`);
      expect(Object.keys(panelTexts)).toEqual(expect.arrayContaining(words));

      const reply = await fetch(`${app.url}${videos}/${id}/package`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(reply.headers.get('content-type')).toContain('application/zip');
      const zip = Buffer.from(await reply.arrayBuffer()).toString('latin1');
      const directory = zip.slice(zip.indexOf('PK\x01\x02'));
      for (const name of ['master.mp4', 'poster.jpg', 'clips/01-', 'stills/01-', 'timeline.otio'])
        expect(directory).toContain(name);
      expect((await fetch(`${app.url}${videos}/${id}/package`)).status).toBe(403);
    });

    it('says what ran and what it cost', () => {
      expect(made).toMatchObject({
        imageModelUsed: expect.stringMatching(/^local\//),
        videoModelUsed: expect.stringMatching(/^local\//),
        actualCostUsd: 0,
        progress: { done: made.beats.length * 3 + 2, total: made.beats.length * 3 + 2 },
      });
    });

    it('told a listener each step as it happened', () => {
      const statuses = events.map(({ status }) => status);
      expect(new Set(statuses).size).toBeGreaterThan(1);
      expect(statuses.at(-1)).toBe('in_review');
      const done = events.map(({ progress }) => progress.done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
    });

    it('lays a logo over any video of the media library, once for equal requests', async () => {
      const path = `/api/reference-assets/${library.logo.documentId}/apply-to-video`;
      const apply = (json: unknown) => send(app, 'POST', path, { token, json });
      const wish = { fileId: made.video!.id, logoStyle: { position: 'top-left', opacity: 0.8 } };
      const { status, body } = await apply(wish);
      expect(status).toBe(202);
      const copies = `/api/reference-assets/logo-copies/${body.data.id}`;
      let copy = body.data;
      for (let n = 0; copy.status === 'pending' && n < 240; n++) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        copy = (await send(app, 'GET', copies, { token })).body.data;
      }
      expect(copy).toMatchObject({
        ...{ status: 'done', error: null, fileId: made.video!.id },
        file: { mime: 'video/mp4', width: 1280, height: 720 },
        placement: { position: 'top-left' },
      });
      expect(copy.file.id).not.toBe(made.video!.id);
      expect((await apply(wish)).body.data).toEqual(copy);
      expect((await apply({ fileId: made.poster!.id })).status).toBe(400);
      expect((await apply({ fileId: 99_999_999 })).status).toBe(404);
      expect((await apply({ ...wish, logoStyle: { opacity: 2 } })).status).toBe(400);
      expect((await send(app, 'POST', path, { json: wish })).status).toBeGreaterThanOrEqual(401);
      const action = 'plugin::reference-assets.logo-copy.create';
      const back = await grant(app, await adminToken(app), 'authenticated', [action]);
      const other = { token: await registerUser(app), json: wish };
      expect((await send(app, 'POST', path, other)).status).toBe(404);
      await back();
    }, 90_000);

    it('cannot be published by any way before it is approved', async () => {
      const ways = [
        () => send(app, 'POST', `/reference-assets/videos/${id}/publish`, { token: admin }),
        () =>
          send(app, 'POST', `/content-manager/collection-types/${uid}/${id}/actions/publish`, {
            token: admin,
            json: {},
          }),
        () =>
          send(app, 'POST', `/content-manager/collection-types/${uid}/actions/bulkPublish`, {
            token: admin,
            json: { documentIds: [id] },
          }),
      ];
      for (const way of ways) {
        const { status, body } = await way();
        expect([status, body.error?.message]).toEqual([400, expect.stringMatching(/approved/)]);
      }
      expect((await look(id)).published).toBe(false);
    });

    it('makes another take of one beat and leaves the others alone', async () => {
      const [beat, ...others] = made.beats;
      expect((await ask('POST', `/${id}/beats/${beat.documentId}/regenerate`)).status).toBe(200);
      const again = await reach(id, 'in_review');
      const clipIds = (one: Video & { beats: Beat[] }, of: Beat[]) =>
        of.map(({ documentId }) =>
          one.beats.find((other) => other.documentId === documentId)?.clips.map((clip) => clip.id),
        );
      expect(clipIds(again, others)).toEqual(clipIds(made, others));
      expect(clipIds(again, [beat])).not.toEqual(clipIds(made, [beat]));
      made = again;
    }, 180_000);

    it('goes back for changes to the beats concerned only', async () => {
      const beat = made.beats.at(-1) as Beat;
      const review = {
        decision: 'request_changes',
        comment: 'Calmer, please',
        beatIds: [beat.documentId],
      };
      const sent = await ask('POST', `/${id}/reviews`, review);
      expect(sent.status).toBe(200);
      const again = await reach(id, 'in_review');
      const changed = again.beats.filter(
        ({ clips }, index) => clips[0].id !== made.beats[index].clips[0].id,
      );
      expect(changed.map(({ documentId }) => documentId)).toEqual([beat.documentId]);
      const { body } = await ask('GET', `/${id}/comments`);
      expect(body.data).toEqual([
        expect.objectContaining({ text: 'Calmer, please', beatId: beat.documentId, fps: '30/1' }),
      ]);
      made = again;
    }, 180_000);

    it('takes remarks at frames the video has', async () => {
      const remark = await ask('POST', `/${id}/comments`, { text: 'Here', frame: 6 * 30 - 1 });
      expect(remark).toMatchObject({
        status: 201,
        body: { data: { frame: 179, beatId: made.beats.at(-1)?.documentId } },
      });
      expect((await ask('POST', `/${id}/comments`, { text: 'There', frame: 6 * 30 })).status).toBe(
        400,
      );
    });

    it('is public once approved and published, and gone when it is taken back', async () => {
      const stranger = await apiToken(app, 'read-only');
      expect((await ask('POST', `/${id}/reviews`, { decision: 'approve' })).body.data.status).toBe(
        'approved',
      );
      const published = await send(app, 'POST', `/reference-assets/videos/${id}/publish`, {
        token: admin,
      });
      expect(published).toMatchObject({ status: 200, body: { data: { published: true } } });
      const seen = await send(app, 'GET', `${videos}/${id}`, { token: stranger });
      expect(seen.body.data).toMatchObject({
        published: true,
        status: 'approved',
        video: { url: made.video?.url },
      });
      const back = await send(app, 'POST', `/reference-assets/videos/${id}/unpublish`, {
        token: admin,
      });
      expect(back.body.data.published).toBe(false);
    });
  });

  it('stops after the plan, takes a choice by hand, stops at the storyboard and goes on', async () => {
    const { body } = await order({
      prompt: brief,
      ...five,
      stopAfter: 'plan',
      referenceAssetIds: ids('kayak', 'lake'),
    });
    const id: string = body.data.documentId;
    const planned = await reach(id, 'awaiting_plan');
    expect(planned.beats.every(({ still, clips }) => still === null && clips.length === 0)).toBe(
      true,
    );
    const beat = planned.beats[0];
    const mapped = await ask('POST', `/${id}/reference-mapping`, {
      beatId: beat.documentId,
      assetIds: ids('spare'),
    });
    expect(mapped.status).toBe(200);
    await ask('POST', `/${id}/continue`);
    const made = await reach(id, 'in_review');
    const spare = { asset: { documentId: library.spare.documentId }, manual: true };
    expect(made.beats[0].references.product).toMatchObject(spare);
    expect((await ask('POST', `/${id}/beats/${beat.documentId}/regenerate`)).status).toBe(200);
    expect((await reach(id, 'in_review')).beats[0].references.product).toMatchObject(spare);
    expect(
      (await ask('POST', `/${id}/reviews`, { decision: 'reject', comment: 'No' })).body.data.status,
    ).toBe('rejected');
    expect((await ask('POST', `/${id}/reviews`, { decision: 'approve' })).status).toBe(400);
  }, 180_000);

  it('stops at the storyboard, and can be canceled there and retried', async () => {
    const { body } = await order({
      prompt: brief,
      ...five,
      stopAfter: 'storyboard',
      referenceAssetIds: ids('kayak'),
    });
    const id: string = body.data.documentId;
    const drawn = await reach(id, 'awaiting_storyboard');
    expect(
      drawn.beats.every(
        ({ still, stillWithLogo, clips }) => still && stillWithLogo && clips.length === 0,
      ),
    ).toBe(true);
    expect(drawn.beats.every(({ still }) => still?.width === 720 && still.height === 720)).toBe(
      true,
    );
    expect((await ask('POST', `/${id}/cancel`)).body.data.status).toBe('canceled');
    expect((await ask('POST', `/${id}/cancel`)).status).toBe(400);
    expect((await ask('POST', `/${id}/continue`)).status).toBe(400);
    expect((await ask('POST', `/${id}/retry`)).status).toBe(200);
    const again = await reach(id, 'awaiting_storyboard');
    expect(again.beats.map(({ still }) => still?.id)).toEqual(
      drawn.beats.map(({ still }) => still?.id),
    );
    await ask('POST', `/${id}/cancel`);
  }, 120_000);

  it('creates one video for one key, even at once', async () => {
    const headers = { 'Idempotency-Key': `once ${process.pid} ${Date.now()}` };
    const json = { data: { prompt: brief, ...five, stopAfter: 'plan' } };
    const replies = await Promise.all(
      [1, 2, 3].map(() => send(app, 'POST', videos, { token, headers, json })),
    );
    replies.push(await send(app, 'POST', videos, { token, headers, json }));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(replies.map(({ body }) => body.data.documentId)).size).toBe(1);
    await reach(replies[0].body.data.documentId, 'awaiting_plan');
  });

  it('estimates what it would cost without making anything', async () => {
    const before = (await ask('GET', '?pageSize=1')).body.meta.pagination.total;
    const { status, body } = await ask('POST', '/estimate', { data: { prompt: brief, ...five } });
    expect(status).toBe(200);
    expect(body.data.estimatedCostUsd).toBe(0);
    expect(body.data.breakdown.map(({ step }: { step: string }) => step)).toEqual(
      expect.arrayContaining(['still', 'clip', 'assembly']),
    );
    expect((await ask('GET', '?pageSize=1')).body.meta.pagination.total).toBe(before);
  });

  it.each([
    ['no duration at all', { durationSeconds: 0 }, 'durationSeconds'],
    ['a negative duration', { durationSeconds: -5 }, 'durationSeconds'],
    ['half a second', { durationSeconds: 7.5 }, 'durationSeconds'],
    ['an hour', { durationSeconds: 3600 }, 'durationSeconds'],
    ['a word for a number', { durationSeconds: 'abc' }, 'durationSeconds'],
    ['an unknown tier', { qualityTier: 'imax' }, 'qualityTier'],
    ['an unknown shape', { aspectRatio: '4:3' }, 'aspectRatio'],
    ['a prompt of 20 kB', { prompt: 'long '.repeat(4096) }, 'prompt'],
    ['no prompt', { prompt: '   ' }, 'prompt'],
    [
      'an asset nobody has',
      { referenceAssetIds: ['aaaaaaaaaaaaaaaaaaaaaaaa'] },
      'referenceAssetIds',
    ],
    ['an asset that is no id', { referenceAssetIds: ["1' OR 1=1"] }, 'referenceAssetIds'],
    ['a field of the server’s', { owner: 'me' }, undefined],
  ])('refuses %s', async (_what, wrong, field) => {
    const { status, body } = await order({ prompt: brief, ...wrong });
    expect([status, body.data, body.error.status]).toEqual([400, null, 400]);
    const paths = body.error.details.errors.map(({ path }: { path: string[] }) => path);
    if (field) expect(paths.some((path: string[]) => path.includes(field))).toBe(true);
  });

  it('answers 4xx to tiers that are not configured, foreign beats and what is not there', async () => {
    const paid = await order({ prompt: brief, ...five, qualityTier: 'final' });
    expect(paid.status).toBeGreaterThanOrEqual(400);
    expect(paid.status).toBeLessThan(500);
    const { body } = await order({ prompt: brief, ...five, stopAfter: 'plan' });
    const id: string = body.data.documentId;
    await reach(id, 'awaiting_plan');
    const none = 'aaaaaaaaaaaaaaaaaaaaaaaa';
    expect((await ask('GET', `/${none}`)).status).toBe(404);
    expect((await ask('POST', `/${id}/beats/${none}/regenerate`)).status).toBe(404);
    expect(
      (await ask('POST', `/${id}/reference-mapping`, { beatId: none, assetIds: [] })).status,
    ).toBe(404);
    expect((await ask('POST', `/${id}/reviews`, { decision: 'applaud' })).status).toBe(400);
    expect((await ask('POST', `/${id}/reviews`, { decision: 'approve' })).status).toBe(400);
    expect((await ask('GET', `/${none}/events`)).status).toBe(404);
  });
});
