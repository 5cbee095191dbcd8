import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { ensureDatabase } from '../../../scripts/database/ensure';
import { createVectorIndex } from '../../../src/plugins/reference-assets/server/src/stores/vector-index';
import { createVectorPolicy } from '../../../src/plugins/reference-assets/server/src/stores/vector-policy';
import type { RunSql } from '../../../src/plugins/reference-assets/server/src/stores/sql';
import { ensureVectorTable } from '../../../src/plugins/reference-assets/server/src/stores/search-tables';
import { schema } from '../../eval/library/schema';
import { numbered } from '../../eval/library/open-database';

const name = 'reference_asset_vectors_clip';
const wanted = ['m=40', 'ef_construction=400'];

/** The tables that graphs are built on, in an embedded database of its own. */
const openDatabase = async () => {
  delete process.env.DATABASE_URL;
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'graphs-'));
  const database = await ensureDatabase({ dataDir, lingerMs: 500 });
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const sql: RunSql = async <Row extends object>(text: string, bindings: readonly unknown[] = []) =>
    (await client.query<Row>(numbered(text), [...bindings])).rows;
  await sql('CREATE EXTENSION IF NOT EXISTS vector');
  for (const statement of schema) await sql(statement);
  const [{ version }] = await sql<{ version: string }>(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`,
  );
  await ensureVectorTable(sql, version);
  return {
    sql,
    pgvector: version,
    async close() {
      await client.end();
      await database.release();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
};

describe('the graph of a model', () => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  /** What the index is told to run, and what stands in for the database's answer. */
  let statements: string[];
  let refuse: (statement: string) => Error | undefined;

  const sql: RunSql = (statement, bindings) => {
    statements.push(statement);
    const error = refuse(statement);
    return error ? Promise.reject(error) : database.sql(statement, bindings);
  };
  const open = () => {
    const limits = { pgvector: database.pgvector, embedded: false, exactMs: 0, exactRows: 10 };
    const policy = createVectorPolicy(sql, limits);
    return { policy, index: createVectorIndex(sql, (work) => work(sql), policy) };
  };
  const graphs = () =>
    database.sql<{ name: string; options: string[]; valid: boolean }>(
      `SELECT c.relname AS name, c.reloptions AS options, i.indisvalid AS valid
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am am ON am.oid = c.relam WHERE am.amname = 'hnsw'`,
    );
  const buildAsBefore = (as: string) =>
    database.sql(`CREATE INDEX ${as} ON reference_asset_vectors
      USING hnsw ((embedding::halfvec(3)) halfvec_cosine_ops) WITH (m = 16, ef_construction = 64) WHERE model = 'clip'`);

  beforeAll(async () => {
    database = await openDatabase();
    await database.sql(
      `INSERT INTO reference_assets (id, document_id, name) SELECT n, 'asset' || n, 'x' FROM generate_series(1, 2000) n`,
    );
    await database.sql(
      `INSERT INTO reference_asset_vectors (asset_id, model, embedding)
       SELECT n, 'clip', ('[1,' || n || ',' || n % 7 || ']')::halfvec FROM generate_series(1, 2000) n`,
    );
  }, 30_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    for (const graph of await graphs()) await database.sql(`DROP INDEX ${graph.name}`);
    statements = [];
    refuse = () => undefined;
  });

  it('is built anew beside one of older code, which answers until then', async () => {
    await buildAsBefore(name);
    const whileBuilding: string[] = [];
    const { index, policy } = open();
    const routed: RunSql = async (statement, bindings) => {
      const rows = await sql(statement, bindings);
      if (/^(CREATE|DROP|ALTER) INDEX/.test(statement)) {
        policy.forget();
        whileBuilding.push(await policy.way('clip', { scope: { all: true } }));
      }
      return rows as never;
    };
    const watched = createVectorIndex(sql, (work) => work(routed), policy);
    expect(await watched.ensureIndexes()).toEqual(['clip']);
    expect(whileBuilding).toEqual(['graph', 'graph', 'graph', 'graph']);
    expect(await graphs()).toEqual([{ name, options: wanted, valid: true }]);
    expect(await index.ensureIndexes()).toEqual([]);
  });

  it('takes over what a process left behind that ended before the renaming', async () => {
    refuse = (statement) =>
      statement.startsWith('ALTER INDEX') ? new Error('the process ends') : undefined;
    await expect(open().index.ensureIndexes()).rejects.toThrow('the process ends');
    refuse = () => undefined;
    statements = [];
    const { index, policy } = open();
    expect(await policy.way('clip', { scope: { all: true } })).toBe('graph');
    expect(await index.ensureIndexes()).toEqual(['clip']);
    expect(statements.some((statement) => statement.startsWith('CREATE INDEX'))).toBe(false);
    expect(await graphs()).toEqual([{ name, options: wanted, valid: true }]);
  });

  it('is built without workers where they find no shared memory, and not at all after other failures', async () => {
    const failing = (code: string) => {
      let isFirst = true;
      return (statement: string) => {
        if (!statement.startsWith('CREATE INDEX') || !isFirst) return undefined;
        isFirst = false;
        return Object.assign(new Error('could not resize shared memory segment'), { code });
      };
    };
    refuse = failing('42501');
    await expect(open().index.ensureIndexes()).rejects.toThrow('shared memory');
    expect(await graphs()).toEqual([]);
    refuse = failing('53100');
    expect(await open().index.ensureIndexes()).toEqual(['clip']);
    expect(statements).toContain('SET max_parallel_maintenance_workers = 0');
    expect(await graphs()).toEqual([{ name, options: wanted, valid: true }]);
  });
});
