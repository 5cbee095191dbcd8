import type {
  GuestView,
  NewReviewLink,
} from '../../src/plugins/reference-assets/shared/contracts/review-links';
import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/beats';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { adminToken, apiToken, send, until, type Reply } from '../app/client';
import { inDatabase } from '../app/database';
import { diskPath, sharedApp } from '../app/shared-app';
import { adminWith } from '../app/people';
import { orderVideo, videoIn } from '../app/videos';
import { probeMedia } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/probe';
import { findMediaTools } from '../../src/plugins/reference-assets/server/src/media/ffmpeg/tools';

const videoMs = 180_000;

describe('review links', () => {
  const app = sharedApp();
  let token: string;
  let admin: string;
  let id: string;
  let made: Video & { beats: Beat[] };

  const links = (who: string, method: string, path = '', json?: unknown): Promise<Reply> =>
    send(app, method, `/reference-assets/videos/${id}/links${path}`, { token: who, json });
  const share = async (more: object = {}): Promise<NewReviewLink & { token: string }> => {
    const { status, body } = await links(admin, 'POST', '', { label: 'The client', ...more });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return { ...body.data, token: body.data.path.split('#')[1] };
  };
  const guest = (method: string, path: string, json?: unknown, session?: string): Promise<Reply> =>
    send(app, method, `/api/video-reviews${path}`, {
      json,
      headers: session ? { 'x-review-session': session } : undefined,
    });
  const enter = (of: { token: string }, more: object = {}) =>
    guest('POST', '/sessions', { token: of.token, name: 'Gwen', ...more });
  const opened = async (of: { token: string }, more: object = {}): Promise<string> =>
    (await enter(of, more)).body.data.session;
  const seen = async (session: string): Promise<GuestView> =>
    (await guest('GET', '/current', undefined, session)).body.data;
  const comments = async () =>
    (await send(app, 'GET', `/api/video-generations/${id}/comments`, { token })).body.data;

  beforeAll(async () => {
    [token, admin] = await Promise.all([apiToken(app), adminToken(app)]);
    const { body } = await orderVideo(app, token, {
      prompt: 'A calm tea house under the snow',
      durationSeconds: 5,
      aspectRatio: '1:1',
    });
    id = body.data.documentId;
    made = await videoIn(app, token, id, ['in_review']);
  }, videoMs);

  it('are made by who may share, told once, and listed without their secret', async () => {
    const critic = await adminWith(app, ['videos.read', 'videos.comment']);
    for (const method of ['GET', 'POST']) expect((await links(critic, method)).status).toBe(403);
    const made1 = await share({ password: 'open sesame' });
    expect(made1).toMatchObject({ hasPassword: true, mayApprove: false, revokedAt: null });
    const { body } = await links(admin, 'GET');
    const text = JSON.stringify(body);
    expect(text).toContain(made1.id);
    expect(text).not.toContain(made1.token);
    expect(text).not.toMatch(/scrypt|passwordHash|token/i);
  });

  it('open a page of its own under a strict policy', async () => {
    const response = await fetch(`${app.url}/api/video-reviews`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/text\/html/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/unsafe-inline/);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it(
    'show a watermarked copy that leads nowhere near the master, and take comments',
    async () => {
      const session = await opened(await share());
      const view = await until(
        () => seen(session),
        ({ videoUrl }) => videoUrl !== null,
        videoMs,
      );
      expect(view).toMatchObject({ watermarked: true, mayApprove: false, version: 1, frames: 150 });
      const text = JSON.stringify(view);
      const master = made.video as { url: string; name: string };
      expect(text).not.toContain(id);
      expect(text).not.toContain(master.url);
      const [, hash] = /_([0-9a-f]{12})\.mp4$/.exec(master.url) ?? [];
      expect(hash).toBeTruthy();
      expect(text).not.toContain(hash);
      const tools = await findMediaTools();
      const copy = { url: view.videoUrl as string };
      const facts = await probeMedia(diskPath(app, copy), tools, { countFrames: true });
      expect(facts).toMatchObject({ frames: 150, width: made.video?.width, videoCodec: 'h264' });
      const said = await guest('POST', '/comments', { text: 'Warmer?', frame: 12 }, session);
      expect(said.status).toBe(200);
      expect((await comments()).at(-1)).toMatchObject({
        text: 'Warmer?',
        frame: 12,
        version: 1,
        author: 'Gwen (The client)',
      });
      const verdict = await guest(
        'POST',
        '/decisions',
        { decision: 'approve', version: 1 },
        session,
      );
      expect(verdict.status).toBe(403);
    },
    videoMs,
  );

  it('ask for their password, and are locked after five wrong ones', async () => {
    const link = await share({ password: 'open sesame' });
    expect((await enter(link)).status).toBe(401);
    expect((await enter(link, { password: 'open sesame' })).status).toBe(200);
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => enter(link, { password: 'wrong' })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]); // prettier-ignore
    expect((await enter(link, { password: 'open sesame' })).status).toBe(429);
    const other = await share({ password: 'open sesame' });
    expect((await enter(other, { password: 'open sesame' })).status).toBe(200);
  });

  it('end when they are revoked, with every session opened by them', async () => {
    const link = await share();
    const session = await opened(link);
    expect((await guest('GET', '/current', undefined, session)).status).toBe(200);
    expect((await links(admin, 'DELETE', `/${link.id}`)).status).toBe(200);
    expect((await guest('GET', '/current', undefined, session)).status).toBe(404);
    expect((await guest('POST', '/comments', { text: 'Hello?' }, session)).status).toBe(404);
    expect((await enter(link)).status).toBe(404);
  });

  it('end by themselves when their time is over', async () => {
    const link = await share({ days: 1 });
    const session = await opened(link);
    await inDatabase(
      app,
      `UPDATE reference_asset_review_links SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [link.id],
    );
    expect((await enter(link)).status).toBe(404);
    expect((await guest('GET', '/current', undefined, session)).status).toBe(404);
  });

  it('are kept by hashes alone, and what happened is kept for good', async () => {
    const link = await share({ password: 'open sesame' });
    const [row] = await inDatabase(
      app,
      `SELECT * FROM reference_asset_review_links WHERE id = $1`,
      [link.id],
    );
    expect(JSON.stringify(row)).not.toContain(link.token);
    expect(JSON.stringify(row)).not.toContain('sesame');
    for (const change of ['DELETE FROM', 'UPDATE'])
      await expect(
        inDatabase(
          app,
          `${change} reference_asset_activity ${change === 'UPDATE' ? `SET actor = 'x'` : ''}`,
        ),
      ).rejects.toThrow(/append-only/);
  });

  it.each([
    ['no days at all', { days: 0 }],
    ['a year', { days: 365 }],
    ['a password of three letters', { password: 'abc' }],
    ['no name', { label: ' ' }],
  ])('are not made for %s', async (_what, more) => {
    const { status } = await links(admin, 'POST', '', { label: 'Nobody', ...more });
    expect(status).toBe(400);
  });

  it('open nothing for who guesses', async () => {
    const guess = { token: 'A'.repeat(43) };
    expect((await enter(guess)).status).toBe(404);
    expect((await guest('GET', '/current', undefined, 'B'.repeat(43))).status).toBe(404);
    expect((await guest('GET', '/current')).status).toBe(400);
  });

  it('let approve where that was granted, and show the clean master from then on', async () => {
    const session = await opened(await share({ mayApprove: true }));
    expect((await seen(session)).mayApprove).toBe(true);
    const old = await guest('POST', '/decisions', { decision: 'approve', version: 9 }, session);
    expect(old.status).toBe(400);
    const verdict = await guest('POST', '/decisions', { decision: 'approve', version: 1 }, session);
    expect(verdict.body.data).toMatchObject({
      status: 'approved',
      watermarked: false,
      videoUrl: made.video?.url,
      mayApprove: false,
    });
    const published = await send(app, 'POST', `/reference-assets/videos/${id}/publish`, {
      token: admin,
    });
    expect(published.body.data.published).toBe(true);
    const activity = await send(app, 'GET', `/api/video-generations/${id}/activity`, { token });
    expect(activity.body.data).toContainEqual(
      expect.objectContaining({
        action: 'approved',
        actorKind: 'guest',
        actor: 'Gwen (The client)',
      }),
    );
  });
});
