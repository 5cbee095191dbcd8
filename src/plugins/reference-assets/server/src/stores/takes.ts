import type { Core } from '@strapi/strapi';
import { uids } from '../constants';
import type { FileRow } from './media-files';
import type { BeatRow } from './video-rows';

/** The columns of a beat that its still was made of, or that describe the still. */
export type TakeColumns = Pick<
  BeatRow,
  | 'name'
  | 'action'
  | 'prompt'
  | 'shotType'
  | 'mood'
  | 'cameraMovement'
  | 'references'
  | 'copy'
  | 'confidence'
  | 'layout'
  | 'notes'
  | 'standIns'
  | 'take'
>;

/** A row of `reference_asset_takes`. */
export interface TakeRow {
  id: number;
  documentId: string;
  video: string;
  beat: string;
  number: number;
  still: FileRow | null;
  stillWithLogo: FileRow | null;
  stillHash: string;
  overlayHash: string | null;
  model: string | null;
  columns: TakeColumns | null;
  createdAt: string;
}

const populate = { still: true, stillWithLogo: true };

/** The stills that beats had, one row each. */
export const createTakes = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(uids.take);
  return {
    /** Takes of a video, newest first. */
    of: (videoId: string): Promise<TakeRow[]> =>
      query().findMany({ where: { video: videoId }, populate, orderBy: [{ id: 'desc' }] }),

    ofBeat: (beatId: string): Promise<TakeRow[]> =>
      query().findMany({ where: { beat: beatId }, populate, orderBy: [{ number: 'desc' }] }),

    async add(
      data: Omit<TakeRow, 'id' | 'documentId' | 'createdAt' | 'still' | 'stillWithLogo'> & {
        still: number;
        stillWithLogo: number | null;
      },
    ): Promise<void> {
      await strapi.documents(uids.take).create({
        data: data as never, // the plugin's own types are generated in the host, not here
      });
    },

    async update(
      id: number,
      data: Pick<TakeRow, 'overlayHash' | 'columns'> & { stillWithLogo: number | null },
    ): Promise<void> {
      await query().update({ where: { id }, data });
    },

    /** Removes takes one by one: only a single delete also unlinks their files. */
    async remove(rows: readonly Pick<TakeRow, 'id'>[]): Promise<void> {
      for (const { id } of rows) await query().delete({ where: { id } });
    },

    async removeOf(videoId: string): Promise<void> {
      await this.remove(await this.of(videoId));
    },
  };
};
export type Takes = ReturnType<typeof createTakes>;
