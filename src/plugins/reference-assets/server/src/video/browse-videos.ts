import { errors } from '@strapi/utils';
import type { Pagination } from '../../../shared/contracts/problems';
import type { VideoSearch } from '../../../shared/contracts/video-filter';
import type { Video } from '../../../shared/contracts/videos';
import { pagination } from '../library/browse';
import { mayChange, scopeOf, type Viewer } from '../library/viewer';
import { toAsset } from '../stores/asset-rows';
import type { Stores } from '../stores';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import { approvalDigest } from './approval';
import { referencedIds, toVideo } from './views';

type Needs = Pick<Stores, 'videos' | 'videoFilters' | 'beats' | 'versions' | 'assets'>;

/** Looking at videos. A working version is its owner's; everybody else sees what is published. */
export const createBrowseVideos = (needs: Needs) => {
  const { videos, videoFilters, beats, versions, assets } = needs;
  const mine = (viewer: Viewer, row: VideoRow) => mayChange(viewer, row.owner);

  /** Beats as they belong to a row: work that began after the approval is not shown with what is public. */
  const beatsFor = async (row: VideoRow): Promise<BeatRow[]> => {
    const live = await beats.of(row.documentId);
    if (row.publishedAt === null) return live;
    const draft = await videos.find(row.documentId);
    if (draft && approvalDigest(draft, live) === row.approval?.digest) return live;
    const version = row.inputHash ? await versions.ofHash(row.documentId, row.inputHash) : null;
    const noPictures = { still: null, stillWithLogo: null, clips: [] };
    return (version?.beats ?? []).map((beat) => ({ ...beat, ...noPictures }));
  };

  const show = async (row: VideoRow, withBeats: boolean, viewer: Viewer): Promise<Video> => {
    const rows = await beatsFor(row);
    const published =
      row.publishedAt !== null || (await videos.findPublished(row.documentId)) !== null;
    // Before there is a master its newest still stands for it.
    const still = rows.find((beat) => beat.stillWithLogo)?.stillWithLogo ?? null;
    if (!withBeats) return toVideo({ ...row, poster: row.poster ?? still }, rows, { published });
    const ids = [...new Set(rows.flatMap((beat: BeatRow) => referencedIds(beat.references)))];
    const known = await assets.some(ids, mine(viewer, row) ? { all: true } : scopeOf(viewer));
    const withAssets = new Map(known.map((asset) => [asset.documentId, toAsset(asset)]));
    return toVideo(row, rows, { published, withBeats: withAssets });
  };

  return {
    async list(
      { page, pageSize, status, published, ...filter }: VideoSearch,
      viewer: Viewer,
    ): Promise<{ data: Video[]; pagination: Pagination }> {
      const { rows, total } = await videos.page({
        ...{ page, pageSize, published },
        stage: status,
        ids: await videoFilters.ids(filter),
        scope: scopeOf(viewer),
      });
      const data: Video[] = [];
      for (const row of rows) data.push(await show(row, false, viewer));
      return { data, pagination: pagination({ page, pageSize }, total) };
    },

    /** The working version where the viewer may change it, else the published one; `NotFoundError` for neither.
     * With `publishedOnly` it is the published one for everybody. */
    async get(
      documentId: string,
      viewer: Viewer,
      withBeats: boolean,
      publishedOnly = false,
    ): Promise<Video> {
      const draft = publishedOnly ? null : await videos.find(documentId);
      if (draft && mine(viewer, draft)) return show(draft, withBeats, viewer);
      const published = await videos.findPublished(documentId);
      if (!published) throw new errors.NotFoundError('There is no such video.');
      return show(published, withBeats, viewer);
    },

    /** The working version, for somebody who may change it. */
    async changeable(documentId: string, viewer: Viewer): Promise<VideoRow> {
      const row = await videos.find(documentId);
      if (!row || !mine(viewer, row)) throw new errors.NotFoundError('There is no such video.');
      return row;
    },

    /** A beat of a video that the viewer may change. */
    async beat(video: VideoRow, beatId: string): Promise<BeatRow> {
      const row = await beats.find(beatId);
      if (!row || row.video !== video.documentId) {
        throw new errors.NotFoundError('There is no such beat in this video.');
      }
      return row;
    },
  };
};
export type BrowseVideos = ReturnType<typeof createBrowseVideos>;
