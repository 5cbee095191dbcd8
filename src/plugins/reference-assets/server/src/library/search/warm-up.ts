import { setTimeout as pause } from 'node:timers/promises';
import { searchQuery } from '../../../../shared/contracts/asset-search';
import type { Viewer } from '../viewer';
import type { Search } from './index';

const page = searchQuery.parse({});
const viewer: Viewer = { kind: 'token', name: 'start' };
/** As many as the reader of texts remembers, a few at a time, so that nobody waits for it. */
const mostRead = 10_000;
const atOnce = 50;
const pauseMs = 150;

/**
 * Searches once for what the library got last, and reads ahead what searches score. The first search of a process reads the
 * library's words and loads what understands them, and each search the texts nobody asked for yet: nobody who types should
 * wait for that.
 */
export const warmUpSearch = async ({
  find,
  readAhead,
}: Pick<Search, 'find' | 'readAhead'>): Promise<void> => {
  const [last] = (await find({ ...page, limit: 1 }, viewer)).data;
  if (!last) return;
  await find({ ...page, q: last.asset.name }, viewer);
  for (let read = 0; read < mostRead; read += atOnce) {
    if ((await readAhead(read, atOnce)) < atOnce) return;
    await pause(pauseMs, undefined, { ref: false });
  }
};
