import { searchQuery } from '../../../../shared/contracts/asset-search';
import type { Viewer } from '../viewer';
import type { Search } from './index';

const page = searchQuery.parse({});
const viewer: Viewer = { kind: 'token', name: 'start' };

/**
 * Searches once for what the library got last. The first search of a process reads the library's words and loads what
 * understands them: nobody who types should wait for that.
 */
export const warmUpSearch = async ({ find }: Pick<Search, 'find'>): Promise<void> => {
  const [last] = (await find({ ...page, limit: 1 }, viewer)).data;
  if (last) await find({ ...page, q: last.asset.name }, viewer);
};
