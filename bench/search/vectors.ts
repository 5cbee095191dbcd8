import type { AssetFilter } from '../../src/plugins/reference-assets/server/src/stores/asset-filter';
import { createVectorPolicy } from '../../src/plugins/reference-assets/server/src/stores/vector-policy';
import { createVectors } from '../../src/plugins/reference-assets/server/src/stores/vectors';
import type { BenchDatabase } from './database';
import { createVectorMaker } from './embedding-like';
import { model, ownerShares } from './fill';
import { p95, printLine } from './figures';

const probes = 80;
const wanted = 10;
const recallLimit = 0.98;

/** The store on a bench database. Shape: with `indexed` false it never follows a graph, which makes it the peer. */
export const vectorsOn = (database: BenchDatabase, indexed: boolean) => {
  const { sql, pgvector, embedded, alone } = database;
  const limits = { pgvector, embedded: embedded || !indexed, exactMs: 5, exactRows: 3000 };
  const policy = createVectorPolicy(sql, limits);
  // What runs in a transaction must run on its connection: the store's statements go where the work was started.
  let own = sql;
  const routed: typeof sql = (statement, bindings) => own(statement, bindings);
  return createVectors(routed, {
    alone,
    policy,
    together: (work) =>
      database.together(async (inside) => {
        own = inside;
        try {
          return await work();
        } finally {
          own = sql;
        }
      }),
  });
};

/** The peer: every vector of the model is read and compared, whatever the filter. */
const scanning = (database: BenchDatabase): BenchDatabase => ({
  ...database,
  sql: (statement, bindings) =>
    database.together(async (own) => {
      await own('SET LOCAL enable_indexscan = off');
      await own('SET LOCAL enable_indexonlyscan = off');
      await own('SET LOCAL enable_bitmapscan = off');
      return own(statement, bindings);
    }),
});

const filters: [string, AssetFilter, limit: number][] = [
  ['unfiltered', { scope: { all: true } }, 1 / 15],
  ...ownerShares.map(([owner, share]): [string, AssetFilter, number] => [
    `${share * 100} % pass the filter`,
    { scope: { all: true }, owner },
    1 / 3,
  ]),
];

/** Recall and time of nearest vectors, each against the exact scan of the same run. */
export const benchVectors = async (database: BenchDatabase, assets: number): Promise<void> => {
  const ours = vectorsOn(database, true);
  const exact = vectorsOn(scanning(database), false);
  const make = createVectorMaker(2);
  // Pictures and texts of the library's themes, none of them in the library.
  const questions = Array.from({ length: probes }, (_, probe) =>
    probe % 2 === 0 ? make.picture() : make.text(),
  );
  for (const [name, filter, limit] of filters) {
    const times: { ours: number[]; exact: number[] } = { ours: [], exact: [] };
    let found = 0;
    for (const question of questions) {
      const truth = await timed(times.exact, () => exact.nearest(model, question, filter, wanted));
      const answer = await timed(times.ours, () => ours.nearest(model, question, filter, wanted));
      const right = new Set(truth.map(({ documentId }) => documentId));
      found += answer.filter(({ documentId }) => right.has(documentId)).length;
    }
    const recall = found / (probes * wanted);
    printLine({
      case: `recall@10, ${assets} assets, ${name}`,
      value: recall,
      unit: 'share',
      reference: recallLimit,
      ratio: recallLimit / Math.max(recall, 1e-9),
      limit: 1,
    });
    const value = p95(times.ours);
    const reference = p95(times.exact);
    printLine({
      case: `vectors p95, ${assets} assets, ${name}`,
      value,
      unit: 'ms',
      reference,
      ratio: value / reference,
      limit,
    });
  }
};

const timed = async <T>(times: number[], work: () => Promise<T>): Promise<T> => {
  const started = performance.now();
  const result = await work();
  times.push(performance.now() - started);
  return result;
};
