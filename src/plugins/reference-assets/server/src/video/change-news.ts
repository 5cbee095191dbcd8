import type { VideoEvent } from '../../../shared/contracts/videos';
import type { Stores } from '../stores';
import { progressOf } from './stages';

/** Gets every change: the event's name (`review` when people did something about a video, `status` when it is how all runs), its data, and the video it belongs to (null for any other's). */
export type ChangeListener = (
  event: 'video' | 'asset' | 'review' | 'status',
  data: unknown,
  videoId: string | null,
) => void;

export type NewsSources = Pick<Stores, 'videos' | 'beats' | 'assets' | 'activity'>;

/** Clocks of database and commits differ: look a little further back than the last change, and say nothing twice. */
const overlapMs = 3000;

/** Reads in the database what changed since the last time. */
export const createChangeNews = ({ videos, beats, assets, activity }: NewsSources) => {
  let since = new Date();
  let told = new Map<string, number>();

  const videoEvent = async (documentId: string): Promise<VideoEvent | null> => {
    const video = await videos.find(documentId);
    if (!video) return null;
    const rows = await beats.of(documentId);
    return {
      video: documentId,
      status: video.stage,
      progress: progressOf(video, rows),
      actualCostUsd: Number(video.actualCostUsd ?? 0),
      beats: rows.map((beat) => ({
        documentId: beat.documentId,
        status: beat.state,
        error: beat.error,
      })),
    };
  };

  /** Tells what changed since the last time, each change once. */
  const tellNews = async (tell: ChangeListener): Promise<void> => {
    const from = new Date(since.getTime() - overlapMs);
    const changed = {
      videos: await videos.changedSince(from),
      reviews: await activity.changedSince(from),
      assets: await assets.changedSince(from),
    };
    const before = told;
    told = new Map();
    const isNew = (key: string, at: Date): boolean => {
      told.set(key, at.getTime());
      if (at > since) since = at;
      return before.get(key) !== at.getTime();
    };
    const moved = new Set<string>();
    for (const { documentId, at } of changed.videos)
      if (isNew(documentId, new Date(at))) moved.add(documentId);
    for (const { documentId, at } of changed.reviews)
      if (isNew(`review ${documentId}`, new Date(at))) {
        moved.add(documentId);
        tell('review', { video: documentId }, documentId);
      }
    for (const documentId of moved) {
      const event = await videoEvent(documentId);
      if (event) tell('video', event, documentId);
    }
    for (const { documentId, status, at } of changed.assets) {
      if (isNew(documentId, new Date(at))) tell('asset', { asset: documentId, status }, null);
    }
  };

  return {
    videoEvent,
    tellNews,

    /** What was before now is no news. */
    beginNow(): void {
      since = new Date();
    },
  };
};
