import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import { currentViewer } from '../controllers/viewer';
import type { Ingest } from '../library/ingest';
import { ownerOf } from '../library/viewer';
import type { FileRow } from '../stores/media-files';

/** The API user whose request is under way, if any: what they upload is theirs. */
const uploader = (strapi: Core.Strapi): string | null => {
  const viewer = currentViewer(strapi);
  return viewer && ownerOf(viewer);
};

/**
 * Follows the rows of the media library, because every way in ends there: admin panel, REST, scripts, other plugins.
 *
 * Nothing that goes wrong here reaches the upload (a throwing lifecycle would fail the request and leave the file).
 */
export const followMediaLibrary = (strapi: Core.Strapi, ingest: Ingest): void => {
  const guarded = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      strapi.log.error(
        `reference-assets: ${what}: ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
  };
  strapi.db.lifecycles.subscribe({
    models: [uids.file],
    afterCreate: ({ result }) =>
      guarded('a new file got no asset', () => ingest.created(result as FileRow, uploader(strapi))),
    afterUpdate: ({ result }) =>
      guarded('a changed file was not looked at', () => ingest.changed(result as FileRow)),
    afterDelete: ({ result }) =>
      guarded('the asset of a removed file stayed', () => ingest.removed((result as FileRow).id)),
  });
};
