import { errors } from '@strapi/utils';
import { undoDays, type Merge } from '../../../../shared/contracts/duplicates';
import type { Pagination, Paging } from '../../../../shared/contracts/problems';
import type { JobProducer } from '../../jobs/contract';
import type { Stores } from '../../stores';
import type { AssetRow } from '../../stores/asset-rows';
import type { MergeRow } from '../../stores/merges';
import type { AroundMerges } from '../../video/around-merges';
import { pagination } from '../browse';
import { actorOf, listedOwnerOf, mayChange, type Viewer } from '../viewer';

/** What making a merge and undoing one both work on. */
export type MergeNeeds = Pick<
  Stores,
  | 'activity'
  | 'assets'
  | 'files'
  | 'merges'
  | 'videoMentions'
  | 'references'
  | 'snapshots'
  | 'transaction'
> & { jobs: JobProducer; videosAround: AroundMerges };

const dayMs = 86_400_000;

/** A merge as people see it. */
export const toMerge = ({ id, kept, merged, saidBy, createdAt, record }: MergeRow): Merge => ({
  id,
  kept,
  merged: { documentId: merged, name: record.name },
  by: saidBy,
  at: createdAt.toISOString(),
  undoableUntil: new Date(createdAt.getTime() + undoDays * dayMs).toISOString(),
  references: record.references,
});

/** Has assets compared again, and the first one analysed when its picture is another now. */
export const lookAgain = async (
  jobs: JobProducer,
  ids: readonly string[],
  isNewPicture: boolean,
): Promise<void> => {
  if (isNewPicture) await jobs.ring({ kind: 'asset.analyse', assetId: ids[0] });
  for (const assetId of ids) await jobs.ring({ kind: 'asset.compare', assetId });
};

/** Merges that were made: which can still be undone, undoing one, and ending those that are too old. */
export const createMergeHistory = (needs: MergeNeeds) => {
  const { assets, files, merges, videoMentions, references, snapshots, transaction } = needs;

  const isShownSomewhere = async (fileIds: readonly number[]): Promise<boolean> => {
    for (const id of fileIds) {
      const file = await files.find(id);
      if (file && (await references.isShown(file.hash))) return true;
    }
    return false;
  };

  const restore = async (row: MergeRow): Promise<void> => {
    const { snapshot, turned, reworded, before, after, adopted } = row.record;
    const [kept] = await assets.some([row.kept], { all: true });
    if (!kept) throw new errors.ApplicationError('The kept asset is gone; nothing can be undone.');
    // The first picture would come back for the newest, which then would be nobody's.
    if (adopted && kept.fileId !== adopted.to)
      throw new errors.ApplicationError(
        'The kept asset has a newer picture by now: undo the later merges into it first.',
      );
    const fileId = snapshot.row.file_id as number | null;
    if (fileId && !(await files.find(fileId)))
      throw new errors.ApplicationError('The picture of the merged asset is gone.');
    if (adopted) await assets.update(kept.id, { file: adopted.from, fileId: adopted.from });
    await snapshots.putBack(snapshot);
    await references.turnBack(turned);
    await videoMentions.restore(reworded);
    const untouched = Object.keys(before).filter(
      (key) => JSON.stringify(kept[key as keyof AssetRow]) === JSON.stringify(after[key]),
    );
    await assets.update(kept.id, {
      ...Object.fromEntries(untouched.map((key) => [key, before[key]])),
      ...(adopted && { analysisStatus: 'pending' }),
    });
    await merges.remove(row.id);
  };

  return {
    /** Undoes a merge: the merged asset is back with everything that was carried over and not changed since. */
    async undo(id: string, viewer: Viewer): Promise<{ documentId: string }> {
      const row = await transaction(async () => {
        const held = await merges.hold(id);
        if (!held || !mayChange(viewer, held.owner))
          throw new errors.NotFoundError('There is no such merge, or its time is over.');
        const touched = await videoMentions.videosNaming([held.kept]);
        await needs.videosAround.demandAtRest(touched);
        await needs.videosAround.keepApprovals(touched, () => restore(held));
        return held;
      });
      await lookAgain(needs.jobs, [row.kept, row.merged], row.record.adopted !== null);
      const detail = row.record.name;
      await needs.activity.add({
        ...actorOf(viewer),
        action: 'merge_undone',
        asset: row.kept,
        detail,
      });
      return { documentId: row.merged };
    },

    /** Merges that the viewer may still undo, newest first. */
    async list(paging: Paging, viewer: Viewer): Promise<{ data: Merge[]; pagination: Pagination }> {
      const { rows, total } = await merges.page(paging, listedOwnerOf(viewer));
      return { data: rows.map(toMerge), pagination: pagination(paging, total) };
    },

    /** Removes for good what no merge can bring back any more; returns how many merges ended. */
    async purge(): Promise<number> {
      const old = await merges.expired(2000);
      let count = 0;
      for (const { id, fileIds } of old) {
        // A text that shows the picture by its address cannot be turned to another one: the files stay, and so the way back.
        if (await isShownSomewhere(fileIds)) continue;
        await merges.remove(id);
        await files.remove(fileIds);
        count += 1;
      }
      return count;
    },
  };
};
export type MergeHistory = ReturnType<typeof createMergeHistory>;
