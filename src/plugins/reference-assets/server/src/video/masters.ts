import { framesPerSecond } from '../../../shared/contracts/vocabulary';
import type { VideoVersion } from '../../../shared/contracts/reviews';
import { systemActor, type Viewer } from '../library/viewer';
import { toMediaRef } from '../stores/asset-rows';
import type { Stores } from '../stores';
import type { VersionRow } from '../stores/versions';
import type { BeatRow, VideoRow } from '../stores/video-rows';
import type { BrowseVideos } from './browse-videos';

type Needs = Pick<Stores, 'videos' | 'versions' | 'comments' | 'activity'> & {
  browse: BrowseVideos;
  /** How many versions of a video are kept. */
  keepVersions: number;
};

/** A master that was just assembled. */
export interface NewMaster {
  hash: string;
  file: number;
  poster: number;
  rows: readonly BeatRow[];
}

const withoutPictures = ({ still: _s, stillWithLogo: _l, clips: _c, ...beat }: BeatRow) => beat;

/** The masters of a video: each one that was assembled is a version, and the older ones stay to be compared. */
export const createMasters = (needs: Needs) => {
  const { videos, versions, comments, activity, browse, keepVersions } = needs;

  /** Takes away the oldest beyond those to be kept, but none that is public or was approved; gives back their files. */
  const prune = async (videoId: string): Promise<number[]> => {
    const published = await videos.findPublished(videoId);
    const spare = (await versions.of(videoId))
      .slice(keepVersions)
      .filter(({ hash, approvedAt }) => approvedAt === null && hash !== published?.inputHash);
    for (const { id } of spare) await versions.remove(id);
    return spare.flatMap(({ file, poster, proof }) =>
      [file, poster, proof].flatMap((one) => one?.id ?? []),
    );
  };

  const toVersion = (
    row: VersionRow,
    video: VideoRow,
    published: VideoRow | null,
  ): VideoVersion => ({
    number: row.number,
    createdAt: row.createdAt,
    frames: row.frames,
    fps: row.fps,
    file: toMediaRef(row.file),
    poster: toMediaRef(row.poster),
    current: row.hash === video.inputHash,
    approved: row.approvedAt !== null,
    published: row.hash === published?.inputHash,
  });

  return {
    /**
     * Makes a new master a version, and resolves by it the comments that waited for one; to be called in the
     * transaction that stores its files. Returns ids of files that nothing needs any more once that is committed.
     */
    async keep(
      video: Pick<VideoRow, 'documentId'>,
      { hash, file, poster, rows }: NewMaster,
    ): Promise<number[]> {
      const number = (await versions.newest(video.documentId)) + 1;
      const frames = rows.reduce((sum, beat) => sum + beat.frames, 0);
      const fps = `${framesPerSecond}/1`;
      const beats = rows.map(withoutPictures);
      await versions.add({
        video: video.documentId,
        number,
        hash,
        frames,
        fps,
        file,
        poster,
        beats,
      });
      const answered = await comments.answer(video.documentId, number);
      await activity.add({
        ...systemActor,
        action: 'version_made',
        video: video.documentId,
        detail: answered > 0 ? `${number}, resolves ${answered}` : String(number),
      });
      return prune(video.documentId);
    },

    /** Every version that is kept, newest first. */
    async list(documentId: string, viewer: Viewer): Promise<VideoVersion[]> {
      const video = await browse.changeable(documentId, viewer);
      const published = await videos.findPublished(documentId);
      return (await versions.of(documentId)).map((row) => toVersion(row, video, published));
    },
  };
};
export type Masters = ReturnType<typeof createMasters>;
