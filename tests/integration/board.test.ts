import { readFile } from 'node:fs/promises';
import type { Board } from '../../src/plugins/reference-assets/shared/contracts/board';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { adminToken, apiToken, send } from '../app/client';
import { inDatabase } from '../app/database';
import { bring } from '../app/library';
import { diskPath, sharedApp } from '../app/shared-app';
import { orderVideo, videoIn } from '../app/videos';

const mark = `Board${Date.now().toString(36)}`;
const videoMs = 180_000;

describe('the plan and the storyboard in people’s hands', () => {
  const app = sharedApp();
  let token: string;
  let video: Awaited<ReturnType<typeof videoIn>>;
  let green: string;
  const root = () => `/api/video-generations/${video.documentId}`;
  const call = async (method: string, path: string, json?: unknown) =>
    send(app, method, `${root()}${path}`, { token, json });
  const look = async () => {
    const { body } = await call('GET', '?populate=beats');
    return body.data as typeof video;
  };
  const boardOf = async (index: number) =>
    ((await call('GET', '/board')).body.data as Board).beats[index];
  const change = (beatId: string, request: unknown) =>
    call('POST', `/beats/${beatId}/changes`, request);

  beforeAll(async () => {
    token = await apiToken(app);
    await bring(app, token, {
      name: `${mark} red kettle`,
      color: '#c02030',
      kind: 'box',
      data: { assetType: 'product' },
    });
    const other = await bring(app, token, {
      name: `${mark} green kettle`,
      color: '#20a040',
      kind: 'disc',
      data: { assetType: 'product' },
    });
    green = other.documentId;
    const { body } = await orderVideo(app, token, {
      prompt: `Our ${mark} red kettle on a calm morning`,
      durationSeconds: 10,
      stopAfter: 'plan',
    });
    video = await videoIn(app, token, body.data.documentId, ['awaiting_plan']);
  }, 120_000);

  it('takes a plan with beats moved, split and joined, and refuses one that does not add up', async () => {
    const [first, ...others] = video.beats;
    const seconds = (beat: { durationSeconds: number }) => ({
      durationSeconds: beat.durationSeconds,
    });
    const half = Math.round(first.durationSeconds * 15) / 30;
    const beats = [
      ...others.map((beat) => ({ beatId: beat.documentId, ...seconds(beat) })).reverse(),
      { beatId: first.documentId, durationSeconds: first.durationSeconds - half, name: 'Opening' },
      { from: first.documentId, durationSeconds: half, action: 'The same again, closer' },
    ];
    const tooShort = [{ ...beats[0], durationSeconds: 1 }, ...beats.slice(1)];
    expect((await call('PUT', '/plan', { beats: tooShort })).status).toBe(400);
    const stale = await call('PUT', '/plan', { beats, basedOn: '2020-01-01T00:00:00.000Z' });
    expect(stale.body.error.details.reason).toBe('changed-meanwhile');
    const { status, body } = await call('PUT', '/plan', { beats, basedOn: video.updatedAt });
    expect({ status, error: body.error }).toEqual({ status: 200, error: undefined });
    const stored = (await inDatabase(
      app,
      `SELECT name, action, start_frame::int AS start, frames::int AS frames FROM reference_asset_beats
       WHERE video = $1 ORDER BY "order"`,
      [video.documentId],
    )) as { name: string; action: string; start: number; frames: number }[];
    expect(stored).toHaveLength(video.beats.length + 1);
    expect(stored.at(-1)).toMatchObject({ action: 'The same again, closer' });
    expect(stored.reduce((sum, { frames }) => sum + frames, 0)).toBe(300);
    stored.reduce((start, row) => {
      expect(row.start).toBe(start);
      return start + row.frames;
    }, 0);
    expect((body.data as Video).spec?.beats.map(({ name }) => name)).toEqual(
      stored.map(({ name }) => name),
    );
    const joined = await look();
    const [one, two, ...rest] = joined.beats;
    const merged = [
      {
        beatId: one.documentId,
        durationSeconds: Math.round((one.durationSeconds + two.durationSeconds) * 30) / 30,
      },
      ...rest.map((beat) => ({ beatId: beat.documentId, ...seconds(beat) })),
    ];
    expect((await call('PUT', '/plan', { beats: merged })).status).toBe(200);
    video = await look();
    expect(video.beats).toHaveLength(stored.length - 1);
  }, 60_000);

  it('puts one role in by hand and keeps an asset out, without touching the others', async () => {
    const [beat] = video.beats;
    await change(beat.documentId, { change: { do: 'use', assetId: green } });
    const used = (await look()).beats[0].references.product;
    expect(used).toMatchObject({ manual: true, asset: { documentId: green } });
    await change(beat.documentId, { change: { do: 'exclude', assetId: green } });
    const after = (await look()).beats[0].references.product;
    expect(after?.asset.documentId).not.toBe(green);
    expect((await boardOf(0)).excluded.map(({ documentId }) => documentId)).toEqual([green]);
    await change(beat.documentId, { change: { do: 'allow', assetId: green } });
    expect((await boardOf(0)).excluded).toEqual([]);
  }, 60_000);

  it(
    'keeps every take, and an earlier one comes back without being made again',
    async () => {
      expect((await call('POST', '/continue')).status).toBe(200);
      video = await videoIn(app, token, video.documentId, ['in_review']);
      const [beat] = video.beats;
      expect((await boardOf(0)).takes).toHaveLength(1);
      expect((await boardOf(0)).stale).toEqual({
        ...{ still: false, clip: false, overlay: false, reason: null },
      });
      await call('POST', `/beats/${beat.documentId}/regenerate`);
      await videoIn(app, token, video.documentId, ['in_review']);
      const { takes } = await boardOf(0);
      expect(takes.map(({ number, current }) => [number, current])).toEqual([
        [2, true],
        [1, false],
      ]);
      const back = { change: { do: 'take', takeId: takes[1].documentId } };
      const quote = await call('POST', `/beats/${beat.documentId}/changes/quote`, back);
      expect(quote.body.data.estimatedCostUsd).toBe(0);
      expect((await change(beat.documentId, { ...back, quotedUsd: 0 })).status).toBe(200);
      const again = await videoIn(app, token, video.documentId, ['in_review']);
      expect(again.beats[0].still?.url).toBe(takes[1].still?.url);
      const rows = await inDatabase(
        app,
        `SELECT number FROM reference_asset_takes WHERE beat = $1`,
        [beat.documentId],
      );
      expect(rows).toHaveLength(2);
    },
    3 * videoMs,
  );

  it(
    'ends on the legal lines of the brand kit once what they make out of date is refreshed, and makes no clip anew but of words of its own',
    async () => {
      const admin = await adminToken(app);
      const settings = (method: string, json?: unknown) =>
        send(app, method, '/reference-assets/settings', { token: admin, json });
      const { brandKit } = (await settings('GET')).body.data;
      const legalLines = ['© Larkspur & Sons', 'Offer ends on 31 December.'];
      const long = { ...brandKit, legalLines: ['x'.repeat(200), 'y'.repeat(101)] };
      expect((await settings('PUT', { brandKit: long })).status).toBe(400);
      const kit = { ...brandKit, legalLines, typefaces: ['Source Serif 4'] };
      expect((await settings('PUT', { brandKit: kit })).status).toBe(200);
      try {
        const last = video.beats.length - 1;
        const before = await look();
        expect((await boardOf(last)).stale).toEqual({
          ...{ still: false, clip: false, overlay: true, reason: null },
        });
        // A beat without any picture shows its own words, which are set in the new typeface.
        const { beats: stood } = (await call('GET', '/board')).body.data as Board;
        const kept = before.beats.filter((_beat, index) => !stood[index].stale.still);
        const refresh = { change: { do: 'refresh' }, quotedUsd: 0 };
        for (const { documentId } of before.beats) await change(documentId, refresh);
        const after = await videoIn(app, token, video.documentId, ['in_review']);
        expect((await boardOf(last)).stale.overlay).toBe(false);
        const clipsOf = (beats: typeof kept) =>
          beats
            .filter(({ documentId }) => kept.some((beat) => beat.documentId === documentId))
            .map(({ clips }) => clips[0].url);
        expect(clipsOf(after.beats)).toEqual(clipsOf(before.beats));
        expect(after.video?.url).not.toBe(before.video?.url);
        const captions = await readFile(diskPath(app, after.captions), 'utf8');
        expect(captions).toContain('© Larkspur &amp; Sons Offer ends on 31 December.');
        const [closing] = await inDatabase(
          app,
          `SELECT layout->'legal'->'headline' AS legal FROM reference_asset_beats WHERE video = $1 ORDER BY "order" DESC LIMIT 1`,
          [video.documentId],
        );
        expect(closing.legal).toMatchObject({ typeface: 'Source Serif 4' });
      } finally {
        await settings('PUT', { brandKit });
      }
    },
    videoMs,
  );
});
