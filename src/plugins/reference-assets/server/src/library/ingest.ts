import type { JobProducer } from '../jobs/contract';
import type { Stores } from '../stores';
import { claimsToBePicture, isGenerated, type FileRow } from '../stores/media-files';

type Needs = Pick<Stores, 'assets' | 'files' | 'fileChecks' | 'merges' | 'unwantedFiles'> & {
  jobs: JobProducer;
};

/**
 * Every picture that enters the media library becomes an asset, whichever way it came.
 *
 * Called after the file's row is there; what goes wrong here never reaches the upload.
 */
export const createIngest = ({
  assets,
  files,
  fileChecks,
  merges,
  unwantedFiles,
  jobs,
}: Needs) => ({
  /**
   * A new file, or one whose asset was lost: an asset is made and its analysis rung for. What was private stays so. `always`,
   * because somebody asks for this very file, also takes what does not claim to be a picture, and what a person removed before.
   */
  async arrived(file: FileRow, owner: string | null, always = false): Promise<void> {
    if (isGenerated(file) || !(always || claimsToBePicture(file))) return;
    if (await merges.keepsFile(file.id)) return;
    if (always) await unwantedFiles.forget(file.id);
    else if (await unwantedFiles.has(file.id)) return;
    await this.adopt(file, owner ?? (always ? null : await fileChecks.ownerOf(file.id)));
    await this.remember(file);
  },

  /** A file that was not there before, while an upload waits: no merge can have kept it. */
  async created(file: FileRow, owner: string | null): Promise<void> {
    if (isGenerated(file) || !claimsToBePicture(file)) return;
    await this.adopt(file, owner);
    // A shared one is made again without that; nearly every upload is one, and waits.
    if (owner !== null) await this.remember(file);
  },

  /** That a file has an asset and whose it is, should the asset's row be lost. */
  async remember(file: FileRow): Promise<void> {
    await fileChecks.note([{ fileId: file.id, fingerprint: null }]);
  },

  /** The asset of a file, and the ring for its analysis. */
  async adopt(file: FileRow, owner: string | null): Promise<void> {
    const asset = await assets.ensureFor(file, owner);
    if (asset.analysisStatus !== 'done') {
      await jobs.ring({ kind: 'asset.analyse', assetId: asset.documentId });
    }
  },

  /** A changed file: new bytes are analysed again; the analysis itself finds out whether they are new. */
  async changed(file: FileRow): Promise<void> {
    if (isGenerated(file)) return;
    const asset = await assets.ofFile(file.id);
    if (!asset) return this.arrived(file, null);
    await jobs.ring({ kind: 'asset.analyse', assetId: asset.documentId });
  },

  /** A removed file: its asset goes with it, and what was made of it. */
  async removed(fileId: number): Promise<void> {
    const asset = await assets.ofFile(fileId);
    if (!asset) return;
    await assets.remove(asset.documentId);
    await files.remove([asset.thumbnail, asset.edges].flatMap((made) => made?.id ?? []));
  },
});
export type Ingest = ReturnType<typeof createIngest>;
