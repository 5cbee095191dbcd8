import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readState, removeState, writeState } from '../../../../scripts/database/state';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'state-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const state = { pid: 1, port: 5432, user: 'secret', startedAt: '2026-01-01T00:00:00.000Z' };

describe('state', () => {
  it('is read as written, by its owner alone, and gone once removed', async () => {
    await writeState(folder, state);
    expect(await readState(folder)).toEqual(state);
    expect(await readdir(folder)).toEqual(['database.json']);
    const { mode } = await stat(path.join(folder, 'database.json'));
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
    await removeState(folder);
    expect(await readState(folder)).toBeUndefined();
  });

  it.each(['', '{"pid":', 'null', '{"pid":"1","port":2,"user":"x"}'])(
    'is no state when the file holds %j',
    async (content) => {
      await writeFile(path.join(folder, 'database.json'), content);
      expect(await readState(folder)).toBeUndefined();
    },
  );
});
