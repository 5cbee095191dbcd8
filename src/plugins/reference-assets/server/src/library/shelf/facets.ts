import type { LibraryFacets } from '../../../../shared/contracts/library';
import type { Stores } from '../../stores';
import type { FolderRow } from '../../stores/facets';
import { scopeOf, type Viewer } from '../viewer';

/** Each folder by its whole name, with what lies in it and below it; empty ones are left out. */
export const foldersWith = (
  folders: readonly FolderRow[],
  perPath: ReadonlyMap<string, number>,
): LibraryFacets['folders'] => {
  const names = new Map(folders.map(({ path, name }) => [path, name]));
  const wholeName = (path: string): string => {
    const steps = path.split('/').slice(1);
    return steps
      .map((_step, index) => names.get(`/${steps.slice(0, index + 1).join('/')}`))
      .filter(Boolean)
      .join(' / ');
  };
  const countBelow = (path: string): number =>
    [...perPath].reduce(
      (sum, [other, count]) => (other === path || other.startsWith(`${path}/`) ? sum + count : sum),
      0,
    );
  return folders
    .map(({ id, path }) => ({ id, name: wholeName(path), count: countBelow(path) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.name.localeCompare(b.name));
};

/** What there is to filter the library by: only values that find something. */
export const createFacets = ({ facets }: Pick<Stores, 'facets'>) => ({
  async read(viewer: Viewer): Promise<LibraryFacets> {
    const scope = scopeOf(viewer);
    const tags = await facets.tags(scope);
    const folders = foldersWith(await facets.folders(), await facets.perFolder(scope));
    const owners = await facets.owners(scope);
    const names = await facets.userNames(owners.flatMap(({ id }) => id ?? []));
    return {
      tags,
      folders,
      owners: owners.flatMap(({ id, count }) =>
        id === null ? [] : { id, name: names.get(id) ?? id, count },
      ),
    };
  },
});
