import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { claimFolder } from '../../../../scripts/database/claim';
import { processStart } from '../../../../scripts/database/process-identity';

let folder: string;
let running: Map<number, string>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'claim-'));
  running = new Map([1, 2, 3, 4].map((pid) => [pid, `start of ${pid}`]));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const claim = (pid: number, giveUp = async (_others: number[]) => true) =>
  claimFolder({
    folder,
    self: { pid, start: running.get(pid) ?? '' },
    startOf: (other) => running.get(other),
    giveUp,
  });

describe('claim', () => {
  it('belongs to one process until it lets go', async () => {
    const first = await claim(1);
    expect(first).not.toBeNull();
    const asked: number[][] = [];
    expect(await claim(2, async (others) => asked.push(others) > 0)).toBeNull();
    expect(asked).toEqual([[1]]);
    await first?.release();
    expect(await claim(2)).not.toBeNull();
  });

  it('of a dead process is free, also when its id is in use again', async () => {
    await claim(1);
    running.delete(1);
    expect(await claim(2)).not.toBeNull();
    running.set(2, 'another process with the same id');
    expect(await claim(3)).not.toBeNull();
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('goes to exactly one of several that ask at once', async () => {
    let holder: number | undefined;
    const ask = async (pid: number) => {
      const claimed = await claim(pid, async () => holder !== undefined);
      if (claimed) {
        expect(holder).toBeUndefined();
        holder = pid;
      }
      return claimed;
    };
    const claims = await Promise.all([1, 2, 3, 4].map(ask));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});

describe('process identity', () => {
  it('stays the same while a process runs and ends with it', () => {
    expect(processStart(process.pid)).toBe(processStart(process.pid));
    const { pid } = spawnSync(process.execPath, ['--version']);
    expect(processStart(process.pid)).toBeDefined();
    expect(processStart(pid)).toBeUndefined();
  });
});
