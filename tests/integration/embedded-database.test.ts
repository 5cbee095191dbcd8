import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from '../../scripts/database/ensure';
import { ensureDatabase } from '../../scripts/database/ensure';
import { processStart } from '../../scripts/database/process-identity';
import type { DatabaseState } from '../../scripts/database/state';
import { readState } from '../../scripts/database/state';
import { createSplitter, encodeMessage, encodeStartup } from '../../scripts/database/wire';

const root = path.resolve(__dirname, '../..');
const configured = process.env.DATABASE_URL;
const reports: string[] = [];
let dataDir: string;
let databases: Database[];
let clients: Client[] = [];

const open = () =>
  ensureDatabase({ dataDir, lingerMs: 1_000, report: (message) => void reports.push(message) });

const client = async (user?: string): Promise<Client> => {
  const url = new URL(databases[0].url);
  if (user) url.username = user;
  const joined = new Client({ connectionString: url.href });
  // A client that is ended from outside says so; the tests look at what its queries answer.
  joined.on('error', () => {});
  await joined.connect();
  clients.push(joined);
  return joined;
};

const state = async (): Promise<DatabaseState> => {
  const found = await readState(dataDir);
  if (!found) throw new Error('no database is running');
  return found;
};

const until = async (fulfilled: () => boolean | Promise<boolean>) => {
  while (!(await fulfilled())) await sleep(50);
};

beforeAll(async () => {
  delete process.env.DATABASE_URL;
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'embedded-database-'));
  databases = await Promise.all([open(), open()]);
  const first = await client();
  await first.query('CREATE TABLE notes (writer text, n int)');
}, 180_000);

beforeEach(async () => {
  const cleaner = await client();
  await cleaner.query('TRUNCATE notes');
});

afterEach(async () => {
  await Promise.all(clients.map((each) => each.end()));
  clients = [];
});

afterAll(async () => {
  await Promise.all((databases ?? []).map((each) => each.release()));
  const running = await readState(dataDir);
  await until(() => running === undefined || processStart(running.pid) === undefined);
  await rm(dataDir, { recursive: true, force: true });
  if (configured !== undefined) process.env.DATABASE_URL = configured;
});

test('two launchers that start at once share one server', async () => {
  expect(databases[0].url).toBe(databases[1].url);
  expect(databases[0].embedded).toBe(true);
  expect(await readdir(path.join(dataDir, 'database.claims'))).toHaveLength(1);
});

test('five connections at once never see each other’s statements', async () => {
  const work = async (writer: string, rounds: number) => {
    const mine = await client();
    for (let n = 0; n < rounds; n += 1) {
      const echo = await mine.query('SELECT $1::text AS writer, $2::int AS n', [writer, n]);
      expect(echo.rows).toEqual([{ writer, n }]);
      const text = `SELECT '${writer}' || $1::text AS said`;
      const named = await mine.query({ name: 'same-name', text, values: [n] });
      expect(named.rows).toEqual([{ said: `${writer}${n}` }]);
      await expect(mine.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
      await mine.query('BEGIN');
      await mine.query('INSERT INTO notes VALUES ($1, $2)', [writer, n]);
      const seen = await mine.query('SELECT count(*)::int AS n FROM notes WHERE writer = $1', [
        writer,
      ]);
      expect(seen.rows[0].n).toBe(Math.ceil(n / 2) + 1);
      await mine.query(n % 2 === 0 ? 'COMMIT' : 'ROLLBACK');
    }
  };
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((writer) => work(writer, 12)));
  const { rows } = await clients[0].query(
    'SELECT writer, count(*)::int FROM notes GROUP BY 1 ORDER BY 1',
  );
  expect(rows).toEqual(['a', 'b', 'c', 'd', 'e'].map((writer) => ({ writer, count: 6 })));
});

test('pgvector is there without a search path', async () => {
  const mine = await client();
  const { rows } = await mine.query(`SELECT '[1,2,3]'::vector <=> '[2,4,6]'::vector AS same,
    '[1,0]'::vector <=> '[0,1]'::vector AS apart`);
  expect(rows[0].same).toBeCloseTo(0);
  expect(rows[0].apart).toBeCloseTo(1);
});

test('a client cut off inside a transaction leaves nothing behind and nobody waiting', async () => {
  const [dying, other] = [await client(), await client()];
  await dying.query('BEGIN');
  await dying.query(`INSERT INTO notes VALUES ('dying', 1)`);
  const waiting = other.query('SELECT count(*)::int AS n FROM notes');
  (dying as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  expect((await waiting).rows).toEqual([{ n: 0 }]);
});

test('what one client tells after its commit reaches those who listen, and nobody else', async () => {
  const heard: Record<string, string[]> = { listens: [], 'listens elsewhere': [], tells: [] };
  const [listens, elsewhere, tells] = [await client(), await client(), await client()];
  const note = (who: string) => (notice: { payload?: string }) =>
    void heard[who].push(notice.payload ?? '');
  listens.on('notification', note('listens'));
  elsewhere.on('notification', note('listens elsewhere'));
  tells.on('notification', note('tells'));
  await listens.query('LISTEN news');
  await elsewhere.query('LISTEN "Other news"');
  await tells.query('BEGIN');
  await tells.query(`SELECT pg_notify('news', $1)`, ['first']);
  await tells.query('COMMIT');
  await tells.query('BEGIN');
  await tells.query(`NOTIFY news, 'taken back'`);
  await tells.query('ROLLBACK');
  const rows = `SELECT pg_notify('Other news', n::text) FROM generate_series(1, 3) n`;
  expect((await tells.query(rows)).rowCount).toBe(3);
  await listens.query(`NOTIFY news, 'last'`);
  await until(() => heard['listens elsewhere'].length === 3 && heard.listens.length === 2);
  expect(heard).toEqual({
    listens: ['first', 'last'],
    'listens elsewhere': ['1', '2', '3'],
    tells: [],
  });
});

test('COPY FROM STDIN is refused and the database lives on', async () => {
  const mine = await client();
  await expect(mine.query('COPY notes FROM STDIN')).rejects.toMatchObject({ code: '57014' });
  await expect(mine.query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
});

test('a statement without a name survives another client’s turn; Flush shows what is done so far', async () => {
  const { port, user } = await state();
  const other = await client();
  const socket = connect({ host: '127.0.0.1', port });
  const split = createSplitter();
  let heard = '';
  socket.on('data', (chunk) => split(chunk).forEach(({ type }) => (heard += type)));
  const say = async (bytes: Buffer[], end: string) => {
    heard = '';
    socket.write(Buffer.concat(bytes));
    await until(() => heard.endsWith(end));
    return heard;
  };
  const zeros = Buffer.alloc(6);
  const parse = encodeMessage('P', '', 'SELECT generate_series(1, 3)', zeros.subarray(0, 2));
  const bind = encodeMessage('B', '', '', zeros);
  const two = encodeMessage('E', '', Buffer.from([0, 0, 0, 2]));
  const [flush, sync] = [encodeMessage('H'), encodeMessage('S')];

  await say([encodeStartup({ user, database: 'postgres' })], 'Z');
  expect(await say([parse, sync], 'Z')).toBe('1Z');
  await other.query('SELECT $1::int', [5]);
  expect(await say([bind, two, flush], 's')).toBe('2DDs');
  expect(await say([two, sync], 'Z')).toBe('DCZ');
  socket.destroy();
});

test('nobody comes in without the secret user name', async () => {
  await expect(client('postgres')).rejects.toMatchObject({ code: '28000' });
});

test('a killed database comes back at the same address with all that was acknowledged', async () => {
  const before = await state();
  const doomed = await client();
  const acknowledged: number[] = [];
  const writing = (async () => {
    for (let n = 0; ; n += 1) {
      await doomed.query('INSERT INTO notes VALUES ($1, $2)', ['doomed', n]);
      acknowledged.push(n);
      if (n === 50) process.kill(before.pid, 'SIGKILL');
    }
  })();
  await expect(writing).rejects.toThrow();
  await until(() => reports.filter((report) => report.includes('is back')).length === 2);

  const after = await state();
  expect(after.pid).not.toBe(before.pid);
  expect({ port: after.port, user: after.user }).toEqual({ port: before.port, user: before.user });
  const { rows } = await (await client()).query('SELECT n FROM notes ORDER BY n');
  expect(acknowledged.length).toBeGreaterThan(50);
  expect(rows.map((row) => row.n)).toEqual(expect.arrayContaining(acknowledged));
});

const launch = (script: string) => {
  const command = ['scripts/launch/with-database.ts', '--', process.execPath, '-e', script];
  const launcher = spawn(process.execPath, ['--import', 'tsx', ...command], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
  });
  let output = '';
  launcher.stdout.on('data', (chunk) => (output += chunk));
  launcher.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => launcher.once('exit', resolve));
  return { launcher, ended, output: () => output };
};

test('a command gets the database and hands its status back', async () => {
  const run = launch(
    'console.log(process.env.DATABASE_URL, process.env.DATABASE_EMBEDDED); process.exit(7)',
  );
  expect(await run.ended).toBe(7);
  expect(run.output()).toContain(`${databases[0].url} true`);
});

test('a command is asked to end when its launcher is', async () => {
  const run = launch(
    `process.on('SIGTERM', () => { console.log('orderly'); process.exit(4); });
     console.log('started'); setInterval(() => {}, 1000);`,
  );
  await until(() => run.output().includes('started'));
  run.launcher.kill('SIGTERM');
  expect(await run.ended).toBe(4);
  expect(run.output()).toContain('orderly');
});

test('the server ends by itself once everybody has left, and not before', async () => {
  const { pid } = await state();
  await Promise.all(clients.map((each) => each.end()));
  await databases[0].release();
  await sleep(1_500);
  expect(processStart(pid)).toBeDefined();
  await databases[1].release();
  await until(() => processStart(pid) === undefined);
  expect(await readState(dataDir)).toBeUndefined();
  expect(await readdir(path.join(dataDir, 'database.claims'))).toEqual([]);
});
