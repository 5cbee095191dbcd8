import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { apiToken, formWith, send } from '../../tests/app/client';
import { newHome, removeHome, startApp, type App } from '../../tests/app/start-app';
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

const uploadAll = async (app: App, token: string, files: readonly string[]): Promise<void> => {
  for (const file of files) {
    const bytes = await readFile(file);
    const form = formWith('files', [{ name: path.basename(file), bytes, type: 'image/jpeg' }]);
    const { status } = await send(app, 'POST', '/api/upload', { token, form });
    if (status !== 201) throw new Error(`upload of ${file}: ${status}`);
  }
};

const analysedCount = async (app: App, token: string): Promise<number> => {
  const { body } = await send(app, 'GET', '/api/reference-assets?pageSize=1&status=done', {
    token,
  });
  return body.meta.pagination.total;
};

/** Prints what a bulk import does to the process that serves: its event loop, its memory, its answers. */
export const benchUnderImport = async (files: readonly string[]): Promise<void> => {
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
    while (!existsSync(probeFile)) await pause(100);
    const { pid } = read(probeFile);
    process.kill(pid, 'SIGUSR2');
    const rss: number[] = [];
    const sampler = setInterval(() => rss.push(read(probeFile).rss), 1000);
    let isOver = false;
    const busy = askOften(app, token, () => isOver);
    await uploadAll(app, token, made);
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
    const name = (what: string) => `${what} during an import of ${pictures} pictures`;
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
