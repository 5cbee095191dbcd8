import { existsSync, readFileSync } from 'node:fs';
import { copyFile, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { apiToken, formWith, send } from '../../tests/app/client';
import { inDatabase } from '../../tests/app/database';
import { newHome, removeHome, startApp, type App } from '../../tests/app/start-app';
import { measures } from '../parts/chosen';
import { print, quantile, timed } from './figures';

const pictures = Number(process.env.BENCH_PICTURES ?? 1000);
const list = '/api/reference-assets?pageSize=25';

interface Probe {
  pid: number;
  p99Ms: number;
  rss: number;
}

const read = (file: string): Probe => JSON.parse(readFileSync(file, 'utf8')) as Probe;

/** Times in ms of a list request, asked one after the other until told to end. */
const askOften = async (app: App, token: string, isOver: () => boolean): Promise<number[]> => {
  const times: number[] = [];
  while (!isOver()) {
    const { seconds } = await timed(() => send(app, 'GET', list, { token }));
    times.push(1000 * seconds);
    await pause(100);
  }
  return times;
};

/** Pictures that differ from each other, made of a few by a mark in a corner; made before anything is measured. */
const makePictures = async (folder: string, files: readonly string[]): Promise<string[]> => {
  const made: string[] = [];
  for (let n = 0; n < pictures; n += 1) {
    const mark = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160"><rect width="160" height="160" fill="hsl(${(n * 47) % 360} 60% 50%)"/></svg>`,
    );
    const file = path.join(folder, `bulk ${n}.jpg`);
    await sharp(await readFile(files[n % files.length]))
      .composite([{ input: mark, left: (n * 37) % 1700, top: (n * 53) % 900 }])
      .jpeg({ quality: 85 })
      .toFile(file);
    made.push(file);
  }
  return made;
};

type Step = (app: App, token: string, files: readonly string[]) => Promise<void>;

/** A way for pictures into the library; `bring` resolves when all are on their way. */
interface Way {
  prepare: Step;
  bring: Step;
}

/** Each by an upload, the next one when it was taken; Strapi makes its own formats of each meanwhile. */
const uploadAll: Step = async (app, token, files) => {
  for (const file of files) {
    const bytes = await readFile(file);
    const form = formWith('files', [{ name: path.basename(file), bytes, type: 'image/jpeg' }]);
    const { status } = await send(app, 'POST', '/api/upload', { token, form });
    if (status !== 201) throw new Error(`upload of ${file}: ${status}`);
  }
};

/** Media that was there before the plugin. */
const putThere: Step = async (app, _token, files) => {
  for (const [at, file] of files.entries()) {
    const name = `bulk_${at}.jpg`;
    await copyFile(file, path.join(app.home, 'public', 'uploads', name));
    await inDatabase(
      app,
      `INSERT INTO files (document_id, name, hash, ext, url, mime, width, height, size, provider, folder_path, created_at, updated_at)
       VALUES ($1, $2, $3, '.jpg', $4, 'image/jpeg', $5, $6, $7, 'local', '/', '2025-01-01', '2025-01-01')`,
      [
        ...[`bulk${String(at).padStart(20, '0')}`, name, `bulk_${at}`, `/uploads/${name}`],
        ...[1920, 1080, (await stat(file)).size / 1000],
      ],
    );
  }
};

/** Takes up what is there, in the background. */
const importAll: Step = async (app, token) => {
  const { status } = await send(app, 'POST', '/api/reference-assets/imports', {
    token,
    json: { everything: true },
  });
  if (status !== 202) throw new Error(`import: ${status}`);
};

const analysedCount = async (app: App, token: string): Promise<number> => {
  const { body } = await send(app, 'GET', '/api/reference-assets?pageSize=1&status=done', {
    token,
  });
  return body.meta.pagination.total;
};

/** The ways in which many pictures come at once. */
export const benchUnderImport = async (files: readonly string[]): Promise<void> => {
  if (measures('import'))
    await benchWhile('an import', { prepare: putThere, bring: importAll }, files);
  if (measures('series'))
    await benchWhile('uploads', { prepare: async () => undefined, bring: uploadAll }, files);
};

/** Prints what many pictures do to the process that serves while they come: its event loop, its memory, its answers. */
const benchWhile = async (what: string, way: Way, files: readonly string[]): Promise<void> => {
  const home = await newHome();
  const made = await makePictures(home, files);
  const probeFile = path.join(home, 'event-loop.json');
  const probe = path.join(__dirname, 'event-loop-probe.cjs');
  const app = await startApp({
    home,
    env: { NODE_OPTIONS: `--require ${probe}`, EVENT_LOOP_PROBE: probeFile },
  });
  try {
    const token = await apiToken(app);
    await way.prepare(app, token, made);
    while (!existsSync(probeFile)) await pause(100);
    const { pid } = read(probeFile);
    process.kill(pid, 'SIGUSR2');
    const rss: number[] = [];
    const sampler = setInterval(() => rss.push(read(probeFile).rss), 1000);
    let isOver = false;
    const busy = askOften(app, token, () => isOver);
    await way.bring(app, token, made);
    while ((await analysedCount(app, token)) < pictures) await pause(1000);
    isOver = true;
    clearInterval(sampler);
    const { p99Ms } = read(probeFile);
    await pause(5000);
    // The same pages, when nothing else is done: an empty library would answer sooner.
    let asked = 0;
    const idle = await askOften(app, token, () => (asked += 1) > 60);
    const quarter = Math.max(1, Math.floor(rss.length / 4));
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const name = (figure: string) => `${figure} during ${what} of ${pictures} pictures`;
    print('ingest', name('event loop delay p99 of the serving process, against 50 ms'), {
      value: p99Ms,
      reference: 50,
      unit: 'ms',
      limit: 1,
    });
    print('ingest', name('memory, last quarter against the first'), {
      value: mean(rss.slice(-quarter)) / 2 ** 20,
      reference: mean(rss.slice(0, quarter)) / 2 ** 20,
      unit: 'MB',
      limit: 1.1,
    });
    print('ingest', name('GET /api/reference-assets p95, against idle'), {
      value: quantile(await busy, 0.95),
      reference: quantile(idle, 0.95),
      unit: 'ms',
      limit: 2,
    });
  } finally {
    await app.stop();
    await removeHome(home);
  }
};
