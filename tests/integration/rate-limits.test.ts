import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { ensureDatabase, type Database } from '../../scripts/database/ensure';
import { createRateLimits } from '../../src/plugins/reference-assets/server/src/stores/rate-limits';

const hour = { perMinute: 1 / 60, burst: 1 };

describe('turns that all processes share', () => {
  let database: Database;
  let dataDir: string;
  const configured = process.env.DATABASE_URL;
  const clients: Client[] = [];
  let limits: ReturnType<typeof createRateLimits>;
  let others: ReturnType<typeof createRateLimits>;

  const session = async (url: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    clients.push(client);
    const run = async (statement: string, bindings: readonly unknown[] = []) => {
      let n = 0;
      const numbered = statement.replace(/\?/g, () => `$${(n += 1)}`);
      return (await client.query(numbered, [...bindings])).rows as object[];
    };
    return createRateLimits(run as Parameters<typeof createRateLimits>[0]);
  };

  beforeAll(async () => {
    delete process.env.DATABASE_URL;
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'rate-limits-'));
    database = await ensureDatabase({ dataDir, lingerMs: 1000, report: () => undefined });
    [limits, others] = [await session(database.url), await session(database.url)];
    await clients[0]!.query(
      'CREATE TABLE reference_asset_rate_limits (lane text PRIMARY KEY, free_at timestamptz NOT NULL)',
    );
  }, 180_000);
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    if (configured) process.env.DATABASE_URL = configured;
    await database.release();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 500 });
  });

  test('a burst comes at once, the next turns one interval after the other', async () => {
    const limit = { perMinute: 1, burst: 3 };
    const waits = [];
    for (let n = 0; n < 5; n += 1)
      waits.push((await limits.reserve('burst', limit, 600_000)).waitMs);
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(waits[3]).toBeGreaterThan(50_000);
    expect(waits[3]).toBeLessThanOrEqual(60_000);
    expect(waits[4]! - waits[3]!).toBeGreaterThan(50_000);
  });

  test('a turn that is too far off is not reserved', async () => {
    expect(await limits.reserve('far', hour, 5000)).toEqual({ waitMs: 0 });
    const first = await limits.reserve('far', hour, 5000);
    const second = await limits.reserve('far', hour, 5000);
    expect(first.waitMs).toBeGreaterThan(3_500_000);
    // Had the first been reserved, the second would be an hour later.
    expect(second.waitMs).toBeLessThanOrEqual(first.waitMs);
  });

  test('a lane that was closed opens when the vendor said, one by one', async () => {
    const limit = { perMinute: 600, burst: 50 };
    await limits.pause('closed', limit, 60_000);
    const first = (await limits.reserve('closed', limit, 600_000)).waitMs;
    const second = (await limits.reserve('closed', limit, 600_000)).waitMs;
    expect(first).toBeGreaterThan(50_000);
    expect(first).toBeLessThanOrEqual(60_000);
    expect(second).toBeGreaterThan(first - 5000);
    expect(await limits.reserve('open', limit, 0)).toEqual({ waitMs: 0 });
  });

  test('a shorter pause does not open what is closed longer', async () => {
    const limit = { perMinute: 60, burst: 1 };
    await limits.pause('twice', limit, 60_000);
    await limits.pause('twice', limit, 1000);
    expect((await limits.reserve('twice', limit, 600_000)).waitMs).toBeGreaterThan(50_000);
  });

  test('those who ask at once get different turns', async () => {
    const limit = { perMinute: 60, burst: 1 };
    const waits = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 ? limits : others).reserve('rush', limit, 600_000),
      ),
    );
    const seconds = waits.map(({ waitMs }) => Math.round(waitMs / 1000)).sort((a, b) => a - b);
    expect(new Set(seconds).size).toBeGreaterThanOrEqual(9);
    expect(seconds.at(-1)).toBeGreaterThanOrEqual(8);
  });
});
