import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Piscina from 'piscina';
import sharp from 'sharp';
import { twoMegapixelPictures } from './ingest/pictures';
import { print, timed } from './ingest/figures';
import { benchUnderImport } from './ingest/server';
import { benchUpload } from './ingest/upload';
import { measures } from './parts/chosen';

const workerFile = require.resolve('strapi-plugin-reference-assets/media-worker');

interface Used {
  seconds: number;
  cpuSeconds: number;
}

/** Wall-clock and processor time of all threads of this process. */
const used = async (work: () => Promise<unknown>): Promise<Used> => {
  const before = process.cpuUsage();
  const { seconds } = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { seconds, cpuSeconds: (user + system) / 1e6 };
};

/** What any ingest has to do at least: decode the picture and make a thumbnail. */
const plainThumbnail = (file: string) =>
  sharp(file).resize(400, 400, { fit: 'inside' }).webp({ quality: 80, effort: 1 }).toBuffer();

/** Everything the library measures of pictures, on as many threads as it would use. */
const measureAll = async (files: readonly string[], threads: number): Promise<Used> => {
  const pool = new Piscina({ filename: workerFile, minThreads: threads, maxThreads: threads });
  const measure = (file: string) =>
    pool.run(
      { input: file, words: { fileName: path.basename(file) }, wanted: {} },
      { name: 'measure' },
    );
  await Promise.all(files.slice(0, threads * 2).map(measure));
  const result = await used(() => Promise.all(files.map(measure)));
  await pool.destroy();
  return result;
};

const benchProcessor = async (files: readonly string[]): Promise<void> => {
  sharp.concurrency(1);
  await plainThumbnail(files[0]);
  const plain = await used(async () => {
    for (const file of files) await plainThumbnail(file);
  });
  const one = await measureAll(files, 1);
  const each = (seconds: number) => (1000 * seconds) / files.length;
  print('ingest', 'processor time per 2 MP JPEG, against decoding and a thumbnail', {
    value: each(one.cpuSeconds),
    reference: each(plain.cpuSeconds),
    unit: 'ms',
    limit: 4,
  });
  const two = await measureAll(files, 2);
  // The floor is given: 20 pictures a second are 50 ms each.
  print('ingest', 'time per picture on 2 threads, against 20 pictures a second', {
    value: each(two.seconds),
    reference: 50,
    unit: 'ms',
    limit: 1,
  });
};

/** Prints what ingest costs: processor time, throughput, and what a bulk import does to the serving process. */
export const run = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-ingest-'));
  try {
    const files = await twoMegapixelPictures(folder, 40);
    if (measures('processor')) await benchProcessor(files);
    if (measures('upload')) await benchUpload(files);
    await benchUnderImport(files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
