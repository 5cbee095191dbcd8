import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import {
  undoChangeDays,
  type LibraryChange,
  type RemovalRequest,
  type UndoneChange,
} from '../../../../shared/contracts/library';
import type { Stores } from '../../stores';
import type { Browse } from '../browse';
import { actorOf, authorKeyOf, type Viewer } from '../viewer';

type Needs = Pick<Stores, 'assets' | 'removals' | 'files' | 'activity' | 'transaction'> & {
  browse: Browse;
};

const dayMs = 86_400_000;

/** Removing many assets at once: all or none, with everything that referred to them, and back again as a whole. */
export const createRemoveMany = (needs: Needs) => {
  const { assets, removals, files, activity, browse, transaction } = needs;
  return {
    /** Throws: `NotFoundError` and `ForbiddenError` for what is not there or not the viewer's; then nothing is removed. */
    async remove({ assetIds }: RemovalRequest, viewer: Viewer): Promise<LibraryChange> {
      const id = randomUUID();
      // In one order whoever removes, so that two removals never wait for each other.
      const ids = [...new Set(assetIds)].sort();
      await transaction(async () => {
        const removed = [];
        for (const documentId of ids) {
          await browse.changeable(documentId, viewer);
          const row = await assets.hold(documentId);
          if (!row) throw new errors.NotFoundError('One of these assets is gone.');
          removed.push(await removals.picture(row.id));
          await assets.remove(documentId);
          await activity.add({
            ...actorOf(viewer),
            ...{ action: 'deleted', asset: documentId, detail: row.name },
          });
        }
        await removals.add({ id, author: authorKeyOf(viewer), assets: removed });
      });
      await files.remove(await removals.forgetOld());
      const undoableUntil = new Date(Date.now() + undoChangeDays * dayMs).toISOString();
      return { id, count: ids.length, undoableUntil };
    },

    /** Puts back what was removed. Throws: `NotFoundError` when there is no such removal of the viewer's. */
    async undo(id: string, viewer: Viewer): Promise<UndoneChange> {
      return transaction(async () => {
        const row = await removals.hold(id);
        if (!row || row.undoneAt || row.author !== authorKeyOf(viewer))
          throw new errors.NotFoundError('There is no such removal, or it is undone already.');
        await removals.putBack(row.assets);
        for (const { documentId, name } of row.assets)
          await activity.add({
            ...actorOf(viewer),
            ...{ action: 'undone_deleted', asset: documentId, detail: name },
          });
        await removals.markUndone(id);
        return { restored: row.assets.length, left: 0 };
      });
    },
  };
};
