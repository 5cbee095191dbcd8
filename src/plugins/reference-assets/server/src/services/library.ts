import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Core } from '@strapi/strapi';
import { type Hit, type SearchMeta, searchQuery } from '../../../shared/contracts/asset-search';
import { type Asset } from '../../../shared/contracts/assets';
import { useCase } from '../composition';
import type { Viewer } from '../library/viewer';

/** What became of one file of an import. */
export type ImportOutcome =
  | { outcome: 'imported'; assetId: string }
  | { outcome: 'skipped'; reason: string; assetId?: string }
  | { outcome: 'refused'; reason: string };

const script: Viewer = { kind: 'token', name: 'script' };

const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/**
 * The library for programs in the same process: `strapi.plugin('reference-assets').service('library')`.
 *
 * It acts for the whole library, as an API token does.
 */
export const libraryService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Brings a picture from this machine in, unless the library has the same bytes already; analysis follows. */
  async importFile(file: {
    path: string;
    name: string;
    mime: string;
    caption?: string;
  }): Promise<ImportOutcome> {
    const { assets, brought } = useCase(strapi, 'stores');
    const sha256 = await sha256Of(file.path);
    const [same] = await assets.ofContent(sha256, { all: true });
    if (same) return { outcome: 'skipped', reason: 'already in the library', assetId: same };
    const { row, isNew } = await brought.bring({ ...file, sha256 });
    // Whoever follows the media library has made the asset by now, unless it does not look like a picture.
    if (!(await assets.ofFile(row.id))) await useCase(strapi, 'ingest').arrived(row, null, true);
    const asset = await assets.ofFile(row.id);
    if (!asset) return { outcome: 'refused', reason: 'no asset could be made of it' };
    if (!isNew)
      return { outcome: 'skipped', reason: 'already in the library', assetId: asset.documentId };
    return { outcome: 'imported', assetId: asset.documentId };
  },

  /** Assets by document id, as they stand now. */
  async assets(documentIds: readonly string[]): Promise<Asset[]> {
    const found: Asset[] = [];
    for (const id of documentIds) found.push(await useCase(strapi, 'browse').get(id, script));
    return found;
  },

  /** How many assets are in which state of analysis. */
  counts: (): Promise<Record<string, number>> => useCase(strapi, 'stores').assets.counts(),

  search: (q: string, limit = 5): Promise<{ data: Hit[]; meta: SearchMeta }> =>
    useCase(strapi, 'search').find(searchQuery.parse({ q, limit }), script),

  /** Compares the library with what it should be and mends the difference. */
  reconcile: (): Promise<void> => useCase(strapi, 'jobs').ring({ kind: 'library.reconcile' }),
});
