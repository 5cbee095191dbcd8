import { createClient } from '../../../../scripts/database/client';
import { createTurns } from '../../../../scripts/database/turns';
import { createSplitter, encodeMessage } from '../../../../scripts/database/wire';

const settle = () => new Promise((resolve) => setImmediate(resolve));
const ready = (status: string) => encodeMessage('Z', Buffer.from(status));
const query = (sql: string) => ({ type: 'Q', bytes: encodeMessage('Q', sql) });

/** An engine that knows transactions and notes what it was asked. */
const createFakeEngine = () => {
  const asked: string[] = [];
  let status = 'I';
  return {
    asked,
    async run(messages: Buffer[]) {
      const queries = createSplitter()(Buffer.concat(messages)).filter(({ type }) => type === 'Q');
      for (const { bytes } of queries) {
        const sql = bytes.toString('utf8', 5, bytes.length - 1);
        asked.push(sql);
        if (sql === 'BEGIN') status = 'T';
        if (sql === 'COMMIT' || sql === 'ROLLBACK') status = 'I';
      }
      return ready(status);
    },
  };
};

const createClients = (idleInTransactionMs = 60_000) => {
  const engine = createFakeEngine();
  const turns = createTurns();
  let hungUp: () => void = () => {};
  const hangsUp = new Promise<void>((resolve) => (hungUp = resolve));
  const join = (id: number) => {
    const heard: Buffer[] = [];
    const write = (bytes: Buffer) => void heard.push(bytes);
    const parts = { id, engine, turns, idleInTransactionMs, write, hangUp: hungUp };
    return { ...createClient(parts), heard };
  };
  return { engine, hangsUp, a: join(1), b: join(2) };
};

describe('client', () => {
  it('keeps the engine to itself until its transaction ends', async () => {
    const { engine, a, b } = createClients();
    a.receive(query('BEGIN'));
    b.receive(query('of b'));
    await settle();
    a.receive(query('of a'));
    await settle();
    expect(engine.asked).toEqual(['BEGIN', 'of a']);
    a.receive(query('COMMIT'));
    await settle();
    expect(engine.asked).toEqual(['BEGIN', 'of a', 'COMMIT', 'of b']);
    expect(b.heard).toEqual([ready('I')]);
    await a.end();
  });

  it('that goes in the middle of a transaction is rolled back before the next has its turn', async () => {
    const { engine, a, b } = createClients();
    a.receive(query('BEGIN'));
    b.receive(query('of b'));
    await settle();
    await a.end();
    await settle();
    expect(engine.asked).toEqual(['BEGIN', 'ROLLBACK', 'ROLLBACK', 'of b']);
  });

  it('that goes while it waits is never run', async () => {
    const { engine, a, b } = createClients();
    a.receive(query('BEGIN'));
    b.receive(query('of b'));
    await settle();
    void b.end();
    a.receive(query('COMMIT'));
    await settle();
    a.receive(query('after'));
    await settle();
    expect(engine.asked).toEqual(['BEGIN', 'COMMIT', 'after']);
  });

  it('keeps its turn between Flush and Sync', async () => {
    const { engine, a, b } = createClients();
    a.receive({ type: 'H', bytes: encodeMessage('H') });
    b.receive(query('of b'));
    await settle();
    expect(engine.asked).toEqual([]);
    a.receive({ type: 'S', bytes: encodeMessage('S') });
    await settle();
    expect(engine.asked).toEqual(['of b']);
  });

  it('that sits idle in a transaction is told, rolled back and closed', async () => {
    const { engine, hangsUp, a, b } = createClients(1);
    a.receive(query('BEGIN'));
    b.receive(query('of b'));
    await hangsUp;
    await settle();
    expect(engine.asked).toEqual(['BEGIN', 'ROLLBACK', 'ROLLBACK', 'of b']);
    expect(a.heard[1].toString()).toContain('25P03');
    expect(b.heard).toEqual([ready('I')]);
  });
});
