import type { Stores } from '../../stores';
import type { Scope } from '../../stores/asset-filter';
import type { AssetRow } from '../../stores/asset-rows';
import { createVersionedMemory } from './versioned-memory';

/** What people look at is a small part of a library; each takes four or five kilobytes. */
const mostRemembered = 4000;

/**
 * Assets as answers show them. What a search found is remembered with the version that the finding question told of it, so that
 * the assets everybody looks at are not read again for each search. A licence that ends is judged by the moment: such assets
 * are read each time.
 */
export const createShownAssets = ({ cards }: Pick<Stores, 'cards'>) => {
  const remembered = createVersionedMemory<AssetRow>(mostRemembered);

  return {
    /** Whole assets in the order asked for; without a version in `versions` each is read. Those out of scope are left out. */
    async of(
      documentIds: readonly string[],
      versions: ReadonlyMap<string, string>,
      scope: Scope,
    ): Promise<AssetRow[]> {
      const rows = new Map<string, AssetRow>();
      for (const id of documentIds) {
        const known = remembered.at(id, versions.get(id));
        if (known) rows.set(id, known);
      }
      const unread = documentIds.filter((id) => !rows.has(id));
      for (const row of await cards.shown(unread, scope)) {
        rows.set(row.documentId, row);
        const version = row.rights?.expiresAt ? undefined : versions.get(row.documentId);
        remembered.keep(row.documentId, version, row);
      }
      return documentIds.flatMap((id) => rows.get(id) ?? []);
    },
  };
};
export type ShownAssets = ReturnType<typeof createShownAssets>;
