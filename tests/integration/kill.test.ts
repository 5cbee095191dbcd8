import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asset } from '../../src/plugins/reference-assets/shared/contracts/assets';
import type { Video } from '../../src/plugins/reference-assets/shared/contracts/videos';
import { readState } from '../../scripts/database/state';
import { apiToken, send, until } from '../app/client';
import { draw } from '../app/drawings';
import { deadFolders, query, strayFiles, unlinkedFiles } from '../app/left-behind';
import { ownApp } from '../app/shared-app';
import { endGroup, ended, removeHome, runCommand, startApp, type App } from '../app/start-app';
import { orderVideo, videoIn } from '../app/videos';
import { writeFixtures } from '../fixtures';

/** How often the application is killed: half of the times while it imports, half while it makes videos. */
const kills = Number(process.env.KILLS ?? 2);
if (kills === 0) console.warn('skipped: KILLS=0 asks for none');
const describeKills = kills > 0 ? describe : describe.skip;
const pictures = 16;
const limitMs = 180_000 + kills * 60_000;

describeKills('an application that is killed', () => {
  let app: App;
  let token: string;
  let folder: string;
  const ordered: string[] = [];

  const count = async (table: string): Promise<number> =>
    Number((await query<{ count: string }>(app.home, `SELECT count(*) FROM ${table}`))[0].count);
  const again = async (): Promise<void> => {
    app = await startApp({ home: app.home, port: Number(new URL(app.url).port) });
  };
  const startImport = () => runCommand(app.home, ['scripts/import.ts', folder]);
  const assets = async (): Promise<Asset[]> =>
    (await send(app, 'GET', '/api/reference-assets?pageSize=100', { token })).body.data;
  const order = async (): Promise<void> => {
    const prompt = `The teal box on the shore, take ${ordered.length + 1}`;
    const { body } = await orderVideo(app, token, {
      prompt,
      durationSeconds: 5,
      aspectRatio: '1:1',
    });
    ordered.push(body.data.documentId);
  };
  const working = async (): Promise<Video[]> => {
    const { body } = await send(app, 'GET', '/api/video-generations?pageSize=100', { token });
    return (body.data as Video[]).filter(({ status }) => status !== 'in_review');
  };

  beforeAll(async () => {
    app = await ownApp();
    token = await apiToken(app);
    folder = await mkdtemp(path.join(os.tmpdir(), 'kill-'));
    const kinds = ['box', 'disc', 'stripes', 'scene'] as const;
    const files = Array.from({ length: pictures }, async (_, index) => ({
      name: `teal thing ${index}.png`,
      buffer: await draw({
        color: `hsl(${index * 20}, 70%, 40%)`,
        kind: kinds[index % 4],
        width: 400 + index,
      }),
    }));
    await writeFixtures(folder, await Promise.all(files));
  }, limitMs);
  afterAll(async () => {
    await app?.kill();
    if (app) await removeHome(app.home);
    await rm(folder, { recursive: true, force: true });
  });

  it(
    `finishes an import that was killed ${Math.ceil(kills / 2)} times, each picture once`,
    async () => {
      for (let time = 0; time < Math.ceil(kills / 2); time += 1) {
        const before = await count('files');
        const importing = startImport();
        const over = ended(importing);
        // From the first file of this run on, or when there is nothing left to bring in, any moment is a good one.
        await Promise.race([
          over,
          until(
            () => count('files'),
            (now) => now > before,
            limitMs,
          ),
        ]);
        await sleep(Math.random() * 1500);
        await Promise.all([app.kill(), endGroup(importing.pid as number, 'SIGKILL'), over]);
        await again();
      }
      const { status, output } = await ended(startImport());
      expect([status, output]).toEqual([0, expect.stringMatching(/refused 0/)]);
      const all = await until(
        assets,
        (found) => found.every(({ analysis }) => analysis.status === 'done'),
        limitMs,
      );
      expect(all.map(({ file }) => file?.name).sort()).toEqual(
        Array.from({ length: pictures }, (_, index) => `teal thing ${index}.png`).sort(),
      );
    },
    limitMs,
  );

  it(
    'goes on with an import of earlier media where it was killed, each picture once',
    async () => {
      // As if all of it had been there before the plugin was.
      await query(app.home, 'DELETE FROM reference_assets');
      await query(app.home, 'DELETE FROM reference_asset_file_checks');
      await query(app.home, `UPDATE files SET created_at = '2001-01-01'`);
      const path = '/api/reference-assets/imports';
      const json = { createdBefore: '2002-01-01T00:00:00Z' };
      const started = await send(app, 'POST', path, { token, json });
      expect(started.body.data).toMatchObject({ total: pictures, endedAt: null });
      await until(
        () => count('reference_assets'),
        (made) => made > 0,
      );
      const open = () => count('reference_asset_imports WHERE ended_at IS NULL');
      expect(await open()).toBe(1);
      await app.kill();
      await again();
      await until(open, (left) => left === 0, limitMs);
      const all = await until(
        assets,
        (found) => found.every(({ analysis }) => analysis.status === 'done'),
        limitMs,
      );
      expect(all.map(({ file }) => file?.name).sort()).toEqual(
        Array.from({ length: pictures }, (_, index) => `teal thing ${index}.png`).sort(),
      );
    },
    limitMs,
  );

  it(
    `finishes videos that were killed ${Math.floor(kills / 2)} times, and once without their database`,
    async () => {
      await order();
      await order();
      for (let time = 0; time < Math.floor(kills / 2); time += 1) {
        if ((await working()).length === 0) await order();
        await sleep(Math.random() * 5000);
        await app.kill();
        await again();
      }
      if ((await working()).length === 0) await order();
      const database = await readState(path.join(app.home, 'data'));
      process.kill(database?.pid as number, 'SIGKILL');
      // The launcher starts the database again; until it is back, requests are refused, never answered wrongly.
      await until(
        () => send(app, 'GET', '/api/video-generations', { token }),
        ({ status }) => status === 200,
        60_000,
      );
      for (const id of ordered) {
        const video = await videoIn(app, token, id, ['in_review']);
        expect(video.qualityReport?.passed).toBe(true);
        expect(
          video.beats.every(({ clips, status }) => clips.length === 1 && status === 'done'),
        ).toBe(true);
      }
      const { body } = await send(app, 'GET', '/api/video-generations', { token });
      expect(body.data.map(({ documentId }: Video) => documentId).sort()).toEqual(
        [...ordered].sort(),
      );
    },
    limitMs,
  );

  it(
    'has left nothing behind',
    async () => {
      await until(
        () => count('reference_asset_jobs'),
        (jobs) => jobs === 0,
        120_000,
      );
      // What a killed process left is found when the application starts, and once an hour.
      await app.stop();
      await again();
      await until(
        () => count('reference_asset_jobs'),
        (jobs) => jobs === 0,
      );
      expect(await count('reference_asset_file_intents')).toBe(0);
      expect(await strayFiles(app.home)).toEqual({ withoutRow: [], withoutFile: [] });
      expect(await unlinkedFiles(app.home)).toEqual([]);
      expect(await deadFolders(app.home)).toEqual([]);
      expect(await count('reference_assets')).toBe(pictures);
      expect(await working()).toEqual([]);
      const orphans = await query(
        app.home,
        `SELECT b.id FROM reference_asset_beats b
       WHERE NOT EXISTS (SELECT 1 FROM reference_asset_videos v WHERE v.document_id = b.video)`,
      );
      expect(orphans).toEqual([]);
    },
    limitMs,
  );
});
