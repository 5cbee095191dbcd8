import { errors } from '@strapi/utils';
import type { SavedSearch, SavedSearchRequest } from '../../../../shared/contracts/library';
import type { Stores } from '../../stores';
import { authorKeyOf, type Viewer } from '../viewer';

/** Searches of the library that people keep, each for themselves. */
export const createSavedSearches = ({ savedSearches }: Pick<Stores, 'savedSearches'>) => ({
  list: (viewer: Viewer): Promise<SavedSearch[]> => savedSearches.of(authorKeyOf(viewer)),

  keep: (request: SavedSearchRequest, viewer: Viewer): Promise<SavedSearch> =>
    savedSearches.keep(authorKeyOf(viewer), request),

  /** Throws: `NotFoundError` for what is not there or another person's. */
  async remove(id: string, viewer: Viewer): Promise<void> {
    if (!(await savedSearches.remove(authorKeyOf(viewer), id)))
      throw new errors.NotFoundError('There is no such saved search.');
  },
});
