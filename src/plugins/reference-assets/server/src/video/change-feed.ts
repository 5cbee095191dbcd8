import { AsyncResource } from 'node:async_hooks';
import type { VideoEvent } from '../../../shared/contracts/videos';
import type { JobEngine } from '../jobs/contract';
import type { Stores } from '../stores';
import { progressOf } from './stages';

/** Gets every change: the event's name (`review` when people did something about a video), its data, and the video it belongs to (null for an asset's). */
export type ChangeListener = (
  event: 'video' | 'asset' | 'review',
  data: unknown,
  videoId: string | null,
) => void;

type Needs = Pick<Stores, 'videos' | 'beats' | 'assets' | 'activity'> & {
  log: { warn(message: string): void };
  /** Hears of what other processes do; asked for once somebody listens. */
  jobs: Pick<JobEngine, 'follow'>;
};

/** While something happens the database is looked into this often. */
const lookEveryMs = 1000;
/** A change is heard before its transaction ends: the looks go on for this long after the last one. */
const settleMs = 4000;
/** Somebody outside of this process may change a row without ringing; never sooner than the panel's own asking. */
const idleMs = 10_000;
/** Clocks of database and commits differ: look a little further back than the last change, and say nothing twice. */
const overlapMs = 3000;

/**
 * Tells listeners what changed, whichever process changed it. All listeners together cost one look into the database
 * a second while something happens, one in ten seconds while nothing does, and none while nobody listens.
 */
export const createChangeFeed = ({ videos, beats, assets, activity, jobs, log }: Needs) => {
  const listeners = new Set<ChangeListener>();
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Infinity;
  let busyUntil = 0;
  let isLooking = false;
  let isFollowing = false;
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

  /**
   * Where the looks happen: not where it was rung, which is mostly inside of a transaction that is over by then, and Strapi
   * would still take its connection for the look.
   */
  const outside = new AsyncResource('reference-assets.changes');

  const lookNow = (): void => {
    dueAt = Infinity;
    isLooking = true;
    look()
      .catch((error: unknown) =>
        log.warn(
          `changes could not be read: ${error instanceof Error ? error.message : String(error)}`,
        ),
      )
      .finally(() => {
        isLooking = false;
        lookWithin(Date.now() < busyUntil ? lookEveryMs : idleMs);
      });
  };

  /** Sees to it that there is a look within so long; one that is due sooner stays. */
  const lookWithin = (ms: number): void => {
    if (listeners.size === 0 || isLooking || dueAt <= Date.now() + ms) return;
    clearTimeout(timer);
    dueAt = Date.now() + ms;
    timer = outside.runInAsyncScope(() => setTimeout(lookNow, ms).unref());
  };

  /** Something changed, or is just about to. */
  const ring = (): void => {
    busyUntil = Date.now() + settleMs;
    lookWithin(lookEveryMs);
  };

  return {
    videoEvent,

    ring,

    /** Adds a listener and returns how it leaves. */
    listen(listener: ChangeListener): () => void {
      if (listeners.size === 0) since = new Date();
      listeners.add(listener);
      if (!isFollowing) jobs.follow(ring);
      isFollowing = true;
      lookWithin(Date.now() < busyUntil ? lookEveryMs : idleMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        dueAt = Infinity;
      };
    },
  };
};
export type ChangeFeed = ReturnType<typeof createChangeFeed>;
