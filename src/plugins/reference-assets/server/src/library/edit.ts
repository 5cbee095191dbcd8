import type { Asset, AssetEdit } from '../../../shared/contracts/assets';
import { toAsset } from '../stores/asset-rows';
import type { Stores } from '../stores';
import type { JobProducer } from '../jobs/contract';
import { ConflictError } from '../errors';
import type { Browse } from './browse';
import { indexWords } from './index-words';
import type { Usage } from './usage';
import { actorOf, type Viewer } from './viewer';
import { whatWasSaid } from './what-was-said';

type Needs = Pick<
  Stores,
  'assets' | 'files' | 'words' | 'activity' | 'transaction' | 'unwantedFiles'
> & {
  browse: Browse;
  jobs: JobProducer;
  usage: Usage;
};

/** Changing assets by hand: what a person sets is theirs and no analysis overwrites it. */
export const createEdit = ({
  assets,
  files,
  words,
  activity,
  transaction,
  unwantedFiles,
  browse,
  jobs,
  usage,
}: Needs) => ({
  async change(documentId: string, edit: AssetEdit, viewer: Viewer): Promise<Asset> {
    const said = whatWasSaid(edit);
    await transaction(async () => {
      // Held while it is read and changed: two people at once both keep what they said.
      await assets.hold(documentId);
      const row = await browse.changeable(documentId, viewer);
      const humanFields = [...new Set([...(row.humanFields ?? []), ...Object.keys(said)])];
      const settled = said.isLogo === undefined ? {} : { logoNeedsLook: false };
      await assets.update(row.id, { ...said, ...settled, humanFields });
      const detail = Object.keys(said).join(', ');
      await activity.add({ ...actorOf(viewer), action: 'edited', asset: documentId, detail });
    });
    const changed = await browse.row(documentId, viewer);
    await indexWords(words, changed);
    return toAsset(changed);
  },

  /**
   * Removes an asset with its picture and everything made of it.
   *
   * Throws: `ConflictError` with the list of uses when it is used somewhere, unless `force`.
   */
  async remove(documentId: string, viewer: Viewer, force: boolean): Promise<void> {
    const row = await browse.changeable(documentId, viewer);
    const { total, uses } = force ? { total: 0, uses: [] } : await usage.read(documentId, viewer);
    if (total > 0)
      throw new ConflictError(
        `"${row.name}" is used in ${total} ${total === 1 ? 'place' : 'places'}.`,
        { total, uses },
      );
    const picture = row.fileId ? [row.fileId] : [];
    await transaction(async () => {
      // A picture that serves elsewhere stays, as does each one when the process dies now: none becomes an asset again.
      await unwantedFiles.note(picture);
      await assets.remove(row.documentId);
      const detail = row.name;
      await activity.add({ ...actorOf(viewer), action: 'deleted', asset: documentId, detail });
    });
    const made = [row.thumbnail, row.edges].flatMap((file) => file?.id ?? []);
    await files.remove([...made, ...picture]);
  },

  /** Has an asset analysed again, whatever it says now. */
  async analyseAgain(documentId: string, viewer: Viewer): Promise<Asset> {
    const row = await browse.changeable(documentId, viewer);
    await assets.update(row.id, { analysisStatus: 'pending' });
    await jobs.ring({ kind: 'asset.analyse', assetId: documentId }, { priority: 10 });
    await activity.add({ ...actorOf(viewer), action: 'analysis_asked', asset: documentId });
    return toAsset(await browse.row(documentId, viewer));
  },
});
