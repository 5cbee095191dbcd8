import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
import type { RunSql } from '../../src/plugins/reference-assets/server/src/stores/sql';
import { apiToken, send, until } from '../../tests/app/client';
import { inDatabase } from '../../tests/app/database';
import { newHome, removeHome, startApp, type App } from '../../tests/app/start-app';
import { numbered } from '../../tests/eval/library/open-database';
import { writeTinyClip } from '../../tests/fixtures-clip/tiny-clip';
import { createVectorMaker } from './embedding-like';
import { fill, searchesFor } from './fill';
import { p95, printLine } from './figures';

/** Requests measured in all, shared among the clients. */
const requests = 320;
const hits = 20;
/** An application on a database of its own is told its secrets; these guard a library of made-up words for some minutes. */
const secrets = {
  APP_KEYS: 'bench-key-one,bench-key-two',
  API_TOKEN_SALT: 'bench-api-token-salt',
  ADMIN_JWT_SECRET: 'bench-admin-jwt-secret',
  TRANSFER_TOKEN_SALT: 'bench-transfer-token-salt',
  ENCRYPTION_KEY: 'bench-encryption-key-of-32-chars',
  JWT_SECRET: 'bench-jwt-secret',
};
/** Named like the default model, whose vectors have as many components; its weights are the tests' own. */
const model = 'clip-vit-large-patch14';

/** 95 % of the requests of all clients at once took no longer, ms; each is asked for by its number. */
const p95Of = async (clients: number, ask: (at: number) => Promise<void>): Promise<number> => {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let round = 0; round < requests / clients; round += 1) {
        const started = performance.now();
        await ask(client * 7 + round);
        times.push(performance.now() - started);
      }
    }),
  );
  return p95(times);
};

/** Searches, and as their floor what Strapi takes to let a caller in and read one asset. */
const measure = async (
  app: App,
  token: string,
  clients: number,
): Promise<{ search: number; floor: number }> => {
  const searches = searchesFor(60);
  const ask = async (q: string): Promise<string> => {
    const path = `/api/reference-assets/search?limit=${hits}&q=${encodeURIComponent(q)}`;
    const { status, body } = await send(app, 'GET', path, { token });
    if (status !== 200 || body.meta.vectors !== model)
      throw new Error(`search: ${status} ${JSON.stringify(body).slice(0, 300)}`);
    return body.data[0]?.asset.documentId ?? '';
  };
  const found: string[] = [];
  for (const q of searches) found.push(await ask(q)); // from here on every text vector is remembered
  const read = async (at: number): Promise<void> => {
    const id = found.filter(Boolean)[at % found.filter(Boolean).length];
    const { status } = await send(app, 'GET', `/api/reference-assets/${id}`, { token });
    if (status !== 200) throw new Error(`asset ${id}: ${status}`);
  };
  await p95Of(clients, read);
  const floor = await p95Of(clients, read);
  const search = await p95Of(
    clients,
    async (at) => void (await ask(searches[at % searches.length])),
  );
  return { search, floor };
};

/** A database of its own on the server, removed at the end. */
const withDatabase = async (
  url: string,
  work: (own: string, sql: RunSql) => Promise<void>,
): Promise<void> => {
  const name = `bench_http_${process.pid}`;
  const admin = new Pool({ connectionString: url, max: 1 });
  await admin.query(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const pool = new Pool({ connectionString: own.href, max: 2 });
  const sql: RunSql = async <Row extends object>(
    statement: string,
    bindings: readonly unknown[] = [],
  ) => (await pool.query(numbered(statement), [...bindings])).rows as Row[];
  try {
    await work(own.href, sql);
  } finally {
    await pool.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
};

const ready = (app: App, token: string) =>
  until(
    () => send(app, 'GET', '/api/reference-assets/search?q=shoe', { token }),
    ({ body }) => body.meta?.vectors === model,
    120_000,
  );

/** Waits until the index that the size asks for is built, which reconcile does at the start. Returns a token to search with. */
const indexed = async (app: App, sql: RunSql): Promise<string> => {
  const token = await apiToken(app);
  await ready(app, token);
  await until(
    () =>
      sql<{ count: string }>(
        `SELECT (SELECT count(*) FROM reference_asset_jobs WHERE state IN ('waiting', 'running')) +
           (SELECT count(*) FROM pg_stat_progress_create_index) AS count`,
      ),
    ([{ count }]) => count === '0',
    600_000,
  );
  return token;
};

/** Rows put into a graph one by one take longer than a graph built of them all, which the application does at its next start. */
const withoutGraphs = async (sql: RunSql): Promise<void> => {
  const graphs = await sql<{ name: string }>(
    `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'reference_asset_vectors' AND indexdef LIKE '% hnsw %'`,
  );
  for (const { name } of graphs) await sql(`DROP INDEX "${name}"`);
};

/** Who asks at once, and sizes of library with the time that a request may take there, ms. */
interface Bars {
  clients: number;
  sizes: readonly [assets: number, limitMs: number][];
}
const onServer: Bars = {
  clients: 8,
  sizes: [
    [10_000, 60],
    [100_000, 120],
  ],
};
/** The embedded database does one thing at a time; it is there for whoever tries the library out. */
const onEmbedded: Bars = { clients: 1, sizes: [[5000, 150]] };

/** `url`: where the library is kept; null for the embedded database of the application's folder. */
const benchSizes = async (
  { clients, sizes }: Bars,
  url: string | null,
  sqlOn: (app: App) => RunSql,
): Promise<void> => {
  const home = await newHome();
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-clip-'));
  await writeTinyClip(path.join(folder, 'model'), { dimension: 768 });
  const settings = {
    ...secrets,
    CLIP_MODEL: model,
    CLIP_MODEL_PATH: path.join(folder, 'model'),
    ...(url && { DATABASE_URL: url }),
  };
  let app = await startApp({ home, env: settings });
  const make = createVectorMaker(1);
  const results: number[] = [];
  let filled = 0;
  try {
    for (const [assets, limitMs] of sizes) {
      await withoutGraphs(sqlOn(app));
      await fill(sqlOn(app), filled, assets, make, model);
      filled = assets;
      await app.stop();
      app = await startApp({ home, env: settings });
      const token = await indexed(app, sqlOn(app));
      const { search, floor } = await measure(app, token, clients);
      results.push(search);
      const where = `${url ? '' : 'embedded, '}${assets} assets, ${clients} client(s)`;
      printLine({
        ...{ case: `whole request p95, ${where}`, value: search, unit: 'ms' },
        ...{ reference: limitMs, ratio: search / limitMs, limit: 1 },
      });
      printLine({
        ...{ case: `of which Strapi takes to let in and read one asset, ${where}`, unit: 'ms' },
        ...{ value: floor, reference: limitMs, ratio: floor / limitMs, limit: 1 },
      });
    }
    const [first, last] = [results[0], results[results.length - 1]];
    if (results.length > 1)
      printLine({
        case: `growth from ${sizes[0][0]} to ${sizes[sizes.length - 1][0]} assets`,
        value: last / first,
        unit: 'times',
        reference: 1,
        ratio: last / first,
        limit: 2,
      });
  } finally {
    await app.stop();
    await removeHome(home);
    await rm(folder, { recursive: true, force: true });
  }
};

const inEmbedded =
  (app: App): RunSql =>
  async <Row extends object>(statement: string, bindings: readonly unknown[] = []) =>
    (await inDatabase(app, numbered(statement), [...bindings])) as Row[];

/** Whole searches over HTTP, with authentication, words, vectors and twenty assets shown, against the bars. */
export const benchRequests = async (url: string | undefined): Promise<void> =>
  url
    ? withDatabase(url, (own, sql) => benchSizes(onServer, own, () => sql))
    : benchSizes(onEmbedded, null, inEmbedded);
