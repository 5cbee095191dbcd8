import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Merge, MergeRequest } from '../../../../shared/contracts/duplicates';
import type { Stores } from '../../stores';
import type { AssetRow } from '../../stores/asset-rows';
import type { MergeRecord, MergeRow } from '../../stores/merges';
import type { Browse } from '../browse';
import { indexWords } from '../index-words';
import { actorOf, nameOf, ownerOf, type Viewer } from '../viewer';
import { carriedOver } from './carry-over';
import { lookAgain, toMerge, type MergeNeeds } from './merge-history';

type Needs = MergeNeeds & Pick<Stores, 'words'> & { browse: Browse };

const filesOf = (row: AssetRow): number[] =>
  [row.file, row.thumbnail, row.edges].flatMap((file) => file?.id ?? []);

/**
 * Merging assets that show the same: everything of one is carried over to the other, in one transaction, and can be
 * undone for 30 days.
 */
export const createMerging = (needs: Needs) => {
  const { assets, merges, videoMentions, references, snapshots, words, transaction } = needs;

  /** Both rows, held in one order whoever merges, so that two merges never wait for each other. */
  const hold = async (ids: readonly [string, string]): Promise<AssetRow[]> => {
    const rows = new Map<string, AssetRow | null>();
    for (const id of [...ids].sort()) rows.set(id, await assets.hold(id));
    return ids.map((id) => {
      const row = rows.get(id);
      if (!row) throw new errors.NotFoundError('One of these assets is gone.');
      return row;
    });
  };

  /** A user's own picture takes the place of nobody else's: those who used that one could not see it. */
  const demandOneOwner = (kept: AssetRow, merged: AssetRow): void => {
    if (kept.owner !== null && kept.owner !== merged.owner)
      throw new errors.ApplicationError(
        `"${kept.name}" belongs to one user: only pictures of the same user can be merged into it.`,
      );
  };

  /** The kept asset's picture gives way to the merged one's. */
  const adopt = async (kept: AssetRow, merged: AssetRow) => {
    if (!kept.fileId || !merged.fileId)
      throw new errors.ApplicationError('Both assets need a file for a new version.');
    const turned = await references.turnFiles(kept.fileId, merged.fileId);
    await assets.update(kept.id, {
      file: merged.fileId,
      fileId: merged.fileId,
      analysisStatus: 'pending',
    });
    return { turned, adopted: { from: kept.fileId, to: merged.fileId } };
  };

  const carry = async (kept: AssetRow, merged: AssetRow, newVersion: boolean) => {
    const turned = await references.turnAssets(merged.id, kept.id);
    const media =
      !newVersion && merged.fileId && kept.fileId
        ? await references.turnFiles(merged.fileId, kept.fileId)
        : [];
    const ids = [merged.documentId, kept.documentId] as const;
    const reworded = [
      ...(await videoMentions.replace(...ids)),
      ...(await references.rename(...ids)),
    ];
    const after = carriedOver(kept, merged) as Record<string, unknown>;
    const before = Object.fromEntries(
      Object.keys(after).map((key) => [key, kept[key as keyof AssetRow] ?? null]),
    );
    await assets.update(kept.id, after);
    const snapshot = await snapshots.takeOut(merged.id);
    const taken = newVersion ? await adopt(kept, merged) : { turned: [], adopted: null };
    const all = [...turned, ...media, ...taken.turned];
    const count =
      all.reduce((sum, { ids, removed }) => sum + ids.length + removed.length, 0) + reworded.length;
    const record: MergeRecord = {
      ...{ name: merged.name, snapshot, turned: all, reworded, before, after },
      adopted: taken.adopted,
      references: count,
    };
    return record;
  };

  const merge = (keptId: string, mergedId: string, newVersion: boolean, viewer: Viewer) =>
    transaction(async () => {
      const [kept, merged] = await hold([keptId, mergedId]);
      demandOneOwner(kept, merged);
      const record = await carry(kept, merged, newVersion);
      // What undoing needs stays: the merged asset's files, or the picture that gave way.
      const retired = record.adopted
        ? [record.adopted.from, ...filesOf(merged).filter((id) => id !== record.adopted?.to)]
        : filesOf(merged);
      const id = randomUUID();
      await merges.add({
        ...{ id, kept: keptId, merged: mergedId, owner: ownerOf(viewer), saidBy: nameOf(viewer) },
        ...{ fileIds: retired, record },
      });
      const now = await assets.find(keptId, { all: true });
      if (now) await indexWords(words, now);
      return toMerge((await merges.hold(id)) as MergeRow);
    });

  return {
    /** Merges assets into one that is kept; throws `ForbiddenError` for what is not the viewer's to change. */
    async into(keptId: string, request: MergeRequest, viewer: Viewer): Promise<Merge[]> {
      const ids = [...new Set(request.assetIds)];
      if (ids.includes(keptId))
        throw new errors.ValidationError('An asset cannot be merged into itself.');
      if (request.newVersion && ids.length > 1)
        throw new errors.ValidationError('A new version is one asset, not several.');
      for (const id of [keptId, ...ids]) await needs.browse.changeable(id, viewer);
      const done: Merge[] = [];
      await transaction(async () => {
        const touched = await videoMentions.videosNaming(
          request.newVersion ? [keptId, ...ids] : ids,
        );
        await needs.videosAround.demandAtRest(touched);
        await needs.videosAround.keepApprovals(touched, async () => {
          for (const id of ids) done.push(await merge(keptId, id, request.newVersion, viewer));
        });
      });
      await lookAgain(needs.jobs, [keptId], request.newVersion);
      for (const { merged } of done)
        await needs.activity.add({
          ...actorOf(viewer),
          action: 'merged',
          asset: keptId,
          detail: merged.name,
        });
      return done;
    },
  };
};
export type Merging = ReturnType<typeof createMerging>;
