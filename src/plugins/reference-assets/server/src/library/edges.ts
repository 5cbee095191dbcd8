import type { Asset } from '../../../shared/contracts/assets';
import type { MediaWorker } from '../media/media-worker';
import type { Stores } from '../stores';
import { toAsset, type AssetRow } from '../stores/asset-rows';
import type { Browse } from './browse';
import { pictureBytes } from './picture-bytes';
import type { Viewer } from './viewer';
import { messageOf } from '../../../shared/message-of';

type Needs = Pick<Stores, 'assets' | 'files' | 'generated'> & {
  browse: Browse;
  media: MediaWorker;
  log: { warn(message: string): void };
};

/** The edge picture of an asset, made when it is first asked for: few assets are ever asked for theirs. */
export const createEdges = (needs: Needs) => {
  const { assets, files, generated, browse, media, log } = needs;
  const underWay = new Map<string, Promise<void>>();

  const make = async (row: AssetRow): Promise<void> => {
    if (!row.file || !row.contentHash) return;
    const { png, ...size } = await media.controlPicture(
      await pictureBytes(files, row.file),
      'canny',
    );
    const file = {
      hash: `ra_edges_${row.documentId}_${row.contentHash.slice(0, 12)}`,
      ext: '.png',
      mime: 'image/png',
      name: `edges of ${row.name}.png`.slice(0, 200),
      content: png,
      ...size,
    };
    await generated.store([file], async ([saved]) => {
      const current = await assets.hold(row.documentId);
      // The picture was replaced meanwhile: its edges are made when they are asked for again.
      if (current?.contentHash === row.contentHash)
        await assets.update(row.id, { edges: saved.id });
    });
  };

  return {
    /** The asset, with its edges where it is analysed; who asks at the same time waits for the same picture. */
    async with(documentId: string, viewer: Viewer): Promise<Asset> {
      const row = await browse.row(documentId, viewer);
      if (row.edges || row.analysisStatus !== 'done') return toAsset(row);
      const making = underWay.get(documentId) ?? make(row);
      underWay.set(documentId, making);
      await making.finally(() => underWay.delete(documentId));
      return browse.get(documentId, viewer);
    },

    /** The same, for whom the edges are only one thing among others: without them when they cannot be made. */
    async tryWith(documentId: string, viewer: Viewer): Promise<Asset> {
      const asset = await browse.get(documentId, viewer);
      if (asset.edges || asset.analysis.status !== 'done') return asset;
      return this.with(documentId, viewer).catch((error: unknown) => {
        log.warn(`no edges of ${documentId}: ${messageOf(error)}`);
        return asset;
      });
    },
  };
};
