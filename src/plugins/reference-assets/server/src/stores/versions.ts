import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { FileRow } from './media-files';
import type { RunSql } from './sql';
import type { BeatRow } from './video-rows';

/** What a version remembers of a beat: everything but its pictures, which later takes replace. */
export type BeatOfVersion = Omit<BeatRow, 'still' | 'stillWithLogo' | 'clips'>;

/** A row of `reference_asset_versions`. */
export interface VersionRow {
  id: number;
  documentId: string;
  video: string;
  number: number;
  file: FileRow | null;
  poster: FileRow | null;
  proof: FileRow | null;
  hash: string;
  frames: number;
  fps: string;
  beats: BeatOfVersion[] | null;
  approvedBy: string | null;
  approvedAt: string | null;
  createdAt: string;
}

const populate = { file: true, poster: true, proof: true };

/** Masters of videos, one row each time one was assembled. */
export const createVersions = (strapi: Core.Strapi, sql: RunSql) => {
  const query = () => strapi.db.query(uids.version);
  return {
    /** All versions of a video, newest first. */
    of: (videoId: string): Promise<VersionRow[]> =>
      query().findMany({ where: { video: videoId }, populate, orderBy: [{ number: 'desc' }] }),

    find: (videoId: string, number: number): Promise<VersionRow | null> =>
      query().findOne({ where: { video: videoId, number }, populate }),

    /** The version made from a certain input, the newest if there are several. */
    ofHash: (videoId: string, hash: string): Promise<VersionRow | null> =>
      query().findOne({
        where: { video: videoId, hash },
        populate,
        orderBy: [{ number: 'desc' }],
      }),

    /** Number of the newest version; 0 when there is none. */
    async newest(videoId: string): Promise<number> {
      const [row] = await sql<{ number: number | null }>(
        `SELECT max(number) AS number FROM reference_asset_versions WHERE video = ?`,
        [videoId],
      );
      return row?.number ?? 0;
    },

    async add(
      data: Pick<VersionRow, 'video' | 'number' | 'hash' | 'frames' | 'fps' | 'beats'> & {
        file: number;
        poster: number;
      },
    ): Promise<void> {
      await strapi.documents(uids.version).create({
        data: data as never, // the plugin's own types are generated in the host, not here
      });
    },

    async update(
      id: number,
      data: { proof?: number; approvedBy?: string | null; approvedAt?: Date | null },
    ): Promise<void> {
      await query().update({ where: { id }, data });
    },

    /** Removes a version; its files become unlinked. Only a single delete also unlinks. */
    async remove(id: number): Promise<void> {
      await query().delete({ where: { id } });
    },

    async removeOf(videoId: string): Promise<void> {
      for (const { id } of await this.of(videoId)) await this.remove(id);
    },
  };
};
export type Versions = ReturnType<typeof createVersions>;
