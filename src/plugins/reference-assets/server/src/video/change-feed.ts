import type { VideoEvent } from '../../../shared/contracts/videos';
import type { Stores } from '../stores';
import { progressOf } from './stages';

/** Gets every change: the event's name, its data, and the video it belongs to (null for an asset's). */
export type ChangeListener = (
  event: 'video' | 'asset',
  data: unknown,
  videoId: string | null,
) => void;

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets'> & { log: { warn(message: string): void } };

const lookEveryMs = 1000;
/** Clocks of database and commits differ: look a little further back than the last change, and say nothing twice. */
const overlapMs = 3000;

/**
 * Tells listeners what changed, whichever process changed it: one look a second into the database for all listeners
 * together, none while nobody listens.
 */
export const createChangeFeed = ({ videos, beats, assets, log }: Needs) => {
  const listeners = new Set<ChangeListener>();
  let timer: NodeJS.Timeout | undefined;
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

  const tell: ChangeListener = (event, data, videoId) =>
    listeners.forEach((listener) => listener(event, data, videoId));

  const look = async (): Promise<void> => {
    const from = new Date(since.getTime() - overlapMs);
    const changed = {
      videos: await videos.changedSince(from),
      assets: await assets.changedSince(from),
    };
    const before = told;
    told = new Map();
    const isNew = (key: string, at: Date): boolean => {
      told.set(key, at.getTime());
      if (at > since) since = at;
      return before.get(key) !== at.getTime();
    };
    for (const { documentId, at } of changed.videos) {
      const event = isNew(documentId, new Date(at)) && (await videoEvent(documentId));
      if (event) tell('video', event, documentId);
    }
    for (const { documentId, status, at } of changed.assets) {
      if (isNew(documentId, new Date(at))) tell('asset', { asset: documentId, status }, null);
    }
  };

  const again = () => {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) =>
          log.warn(
            `changes could not be read: ${error instanceof Error ? error.message : String(error)}`,
          ),
        )
        .finally(() => (listeners.size > 0 ? again() : (timer = undefined)));
    }, lookEveryMs).unref();
  };

  return {
    videoEvent,

    /** Adds a listener and returns how it leaves. */
    listen(listener: ChangeListener): () => void {
      if (listeners.size === 0) since = new Date();
      listeners.add(listener);
      if (!timer) again();
      return () => listeners.delete(listener);
    },
  };
};
