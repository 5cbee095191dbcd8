import { measures } from './parts/chosen';
import { openBenchDatabase, type BenchDatabase } from './search/database';
import { createVectorMaker } from './search/embedding-like';
import { fill, model } from './search/fill';
import { p95, printLine } from './search/figures';
import { benchRequests } from './search/requests';
import { benchVectors, vectorsOn } from './search/vectors';

const onServer = 100_000;
const embedded = 5000;
const embeddedLimitMs = 150;
const probes = 30;

const buildIndex = async (database: BenchDatabase): Promise<void> => {
  const started = performance.now();
  const built = await vectorsOn(database, true).ensureIndexes();
  if (built.length > 0)
    console.error(
      `index of ${built.join(', ')} built in ${Math.round((performance.now() - started) / 1000)} s`,
    );
};

/** The database part on the embedded database, which always compares all vectors. */
const benchEmbedded = async (database: BenchDatabase): Promise<void> => {
  const vectors = vectorsOn(database, false);
  const make = createVectorMaker(2);
  const times: number[] = [];
  for (let probe = 0; probe < probes; probe += 1) {
    const question = make.text();
    const started = performance.now();
    await vectors.nearest(model, question, { scope: { all: true } }, 100);
    times.push(performance.now() - started);
  }
  const value = p95(times);
  printLine({
    case: `vectors p95, embedded, ${embedded} assets`,
    value,
    unit: 'ms',
    reference: embeddedLimitMs,
    ratio: value / embeddedLimitMs,
    limit: 1,
  });
};

/** Search against an exact scan and against its bars: on `BENCH_DATABASE_URL` at full size, else embedded at its own. */
export const run = async (): Promise<void> => {
  if (measures('vectors')) await runVectors();
  if (measures('requests')) await benchRequests(process.env.BENCH_DATABASE_URL);
};

const runVectors = async (): Promise<void> => {
  const database = await openBenchDatabase();
  const size = database.embedded ? embedded : Number(process.env.BENCH_ASSETS ?? onServer);
  try {
    await fill(database.sql, 0, size, createVectorMaker(1), model);
    if (database.embedded) await benchEmbedded(database);
    else {
      await buildIndex(database);
      await benchVectors(database, size);
    }
  } finally {
    await database.close();
  }
};
