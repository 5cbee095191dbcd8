import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import {
  undoChangeDays,
  type BulkEdit,
  type ChangedAsset,
  type LibraryChange,
  type UndoneChange,
} from '../../../../shared/contracts/library';
import { needsLook } from '../../media/analysis/decide-logo';
import type { Stores } from '../../stores';
import type { Browse } from '../browse';
import { indexWords } from '../index-words';
import { actorOf, authorKeyOf, type Viewer } from '../viewer';
import { changeOf, takenBack } from './change-of';

type Needs = Pick<Stores, 'assets' | 'changes' | 'words' | 'activity' | 'transaction'> & {
  browse: Browse;
};

const dayMs = 86_400_000;
const fieldsOf = ({ after }: ChangedAsset): string => Object.keys(after).join(', ');

/** The same change to many assets at once: all or none, and undone as a whole. */
export const createChangeMany = (needs: Needs) => {
  const { assets, changes, words, activity, browse, transaction } = needs;

  const apply = async (id: string, edit: BulkEdit): Promise<ChangedAsset | null> => {
    const row = await assets.hold(id);
    const change = row && changeOf(row, edit);
    if (!row || !change) return null;
    const humanFields = [...new Set([...(row.humanFields ?? []), ...Object.keys(change.after)])];
    const settled = change.after.isLogo === undefined ? {} : { logoNeedsLook: false };
    await assets.update(row.id, { ...change.after, ...settled, humanFields });
    return change;
  };

  const restore = async (change: ChangedAsset): Promise<boolean> => {
    const row = await assets.hold(change.documentId);
    const back = row && takenBack(row, change);
    if (!row || !back) return false;
    const askedAgain = change.claimed.includes('isLogo') && 'isLogo' in back.values;
    await assets.update(row.id, {
      ...back.values,
      ...(askedAgain && { logoNeedsLook: needsLook(row.logoEvidence?.evidence ?? []) }),
      humanFields: back.humanFields,
    });
    return true;
  };

  /** Words are written again once everything is kept. */
  const reindex = async (ids: readonly string[]): Promise<void> => {
    for (const row of await assets.some(ids, { all: true })) await indexWords(words, row);
  };

  return {
    /** Throws: `NotFoundError` and `ForbiddenError` for what is not there or not the viewer's; then nothing is changed. */
    async change(edit: BulkEdit, viewer: Viewer): Promise<LibraryChange> {
      const id = randomUUID();
      // In one order whoever changes, so that two changes never wait for each other.
      const ids = [...new Set(edit.assetIds)].sort();
      const done = await transaction(async () => {
        const changed: ChangedAsset[] = [];
        for (const assetId of ids) {
          await browse.changeable(assetId, viewer);
          const change = await apply(assetId, edit);
          if (change) changed.push(change);
        }
        for (const one of changed)
          await activity.add({
            ...actorOf(viewer),
            ...{ action: 'edited', asset: one.documentId, detail: fieldsOf(one) },
          });
        await changes.add({ id, author: authorKeyOf(viewer), assets: changed });
        return changed;
      });
      await reindex(done.map(({ documentId }) => documentId));
      const undoableUntil = new Date(Date.now() + undoChangeDays * dayMs).toISOString();
      return { id, count: done.length, undoableUntil };
    },

    /** Takes back what nobody has changed since. Throws: `NotFoundError` when there is no such change of the viewer's. */
    async undo(id: string, viewer: Viewer): Promise<UndoneChange> {
      const { touched, restored } = await transaction(async () => {
        const row = await changes.hold(id);
        if (!row || row.undoneAt || row.author !== authorKeyOf(viewer))
          throw new errors.NotFoundError('There is no such change, or it is undone already.');
        const back: string[] = [];
        for (const change of row.assets) {
          if (!(await restore(change))) continue;
          back.push(change.documentId);
          await activity.add({
            ...actorOf(viewer),
            ...{ action: 'undone_edited', asset: change.documentId, detail: fieldsOf(change) },
          });
        }
        await changes.markUndone(id);
        return { touched: row.assets.length, restored: back };
      });
      await reindex(restored);
      return { restored: restored.length, left: touched - restored.length };
    },
  };
};
