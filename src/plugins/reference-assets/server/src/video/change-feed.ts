import { AsyncResource } from 'node:async_hooks';
import type { JobEngine } from '../jobs/contract';
import type { ChangeNotices } from '../stores/change-notices';
import { atMostEvery } from './at-most-every';
import { createChangeNews, type ChangeListener, type NewsSources } from './change-news';
import { messageOf } from '../../../shared/message-of';

type Needs = NewsSources & {
  log: { warn(message: string): void };
  /** What the database itself tells of changes; asked for once somebody listens. */
  notices: Pick<ChangeNotices, 'follow'>;
  /** Hears of what other processes do, where the database does not tell. */
  jobs: Pick<JobEngine, 'follow'>;
};

/** While something happens the database is looked into this often. */
const lookEveryMs = 1000;
/** Changes that come close together are seen by one look. */
const gatherMs = 50;
/** Where the database does not tell, a change is heard before its transaction ends: the looks go on for so long. */
const settleMs = 4000;
/** Then somebody outside of this process may also change a row without ringing; never sooner than the panel's own asking. */
const idleMs = 10_000;
/** How it all runs changes all the time while something runs; nobody needs to count it more often. */
const operationMs = 10_000;

/**
 * Tells listeners what changed, whichever process changed it. All listeners together cost one look into the database
 * a second while something happens and none while nothing does: the database tells after each commit. Where it cannot
 * (a pooler in between, a lost connection) the rings of this process and of its jobs count, and there is one look in ten seconds.
 */
export const createChangeFeed = ({ notices, jobs, log, ...sources }: Needs) => {
  const news = createChangeNews(sources);
  const listeners = new Set<ChangeListener>();
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Infinity;
  let busyUntil = 0;
  let isLooking = false;
  let lookedAt = 0;
  /** How soon a look was asked for while one was under way. */
  let askedMs = Infinity;
  let isFollowing = false;
  /** Whether the database tells of every change. */
  let isTold = false;
  let isRinging = false;
  let stopNotices = (): Promise<void> => Promise.resolve();

  const tell: ChangeListener = (event, data, videoId) =>
    listeners.forEach((listener) => listener(event, data, videoId));

  const operated = atMostEvery(operationMs, () => tell('status', {}, null));

  /**
   * Where the looks happen: not where it was rung, which is mostly inside of a transaction that is over by then, and Strapi
   * would still take its connection for the look.
   */
  const outside = new AsyncResource('reference-assets.changes');

  const lookNow = (): void => {
    dueAt = Infinity;
    isLooking = true;
    lookedAt = Date.now();
    // Where the database tells nothing, how it all runs may have changed as well.
    if (!isTold) operated.ask();
    news
      .tellNews(tell)
      .catch((error: unknown) => {
        askedMs = Math.min(askedMs, idleMs);
        log.warn(`changes could not be read: ${messageOf(error)}`);
      })
      .finally(() => {
        isLooking = false;
        const next = Math.min(askedMs, regularMs());
        askedMs = Infinity;
        if (next < Infinity) lookWithin(next);
      });
  };

  /** When to look again although nobody said anything. */
  const regularMs = (): number => {
    if (isTold) return Infinity;
    return Date.now() < busyUntil ? lookEveryMs : idleMs;
  };

  /** Sees to it that there is a look within so long; one that is due sooner stays, one under way is followed by another. */
  const lookWithin = (ms: number): void => {
    if (isLooking) askedMs = Math.min(askedMs, ms);
    if (listeners.size === 0 || isLooking || dueAt <= Date.now() + ms) return;
    clearTimeout(timer);
    dueAt = Date.now() + ms;
    timer = outside.runInAsyncScope(() => setTimeout(lookNow, ms).unref());
  };

  /** Something is just about to change: what the database does not tell of itself. */
  const ring = (): void => {
    if (isTold) return;
    busyUntil = Date.now() + settleMs;
    lookWithin(lookEveryMs);
  };

  const followOnce = (): void => {
    if (isFollowing) return;
    isFollowing = true;
    stopNotices = notices.follow({
      found() {
        isTold = true;
        lookWithin(gatherMs);
      },
      heard(what) {
        if (what === 'content') lookWithin(Math.max(gatherMs, lookedAt + lookEveryMs - Date.now()));
        else if (listeners.size > 0) operated.ask();
      },
      lost(reason) {
        if (!isRinging) {
          isRinging = true;
          jobs.follow(ring);
        }
        if (isTold) log.warn(`changes are looked for every ten seconds: ${reason}`);
        isTold = false;
        lookWithin(lookEveryMs);
      },
    });
  };

  return {
    videoEvent: news.videoEvent,

    ring,

    /** Adds a listener and returns how it leaves. */
    listen(listener: ChangeListener): () => void {
      if (listeners.size === 0) news.beginNow();
      listeners.add(listener);
      outside.runInAsyncScope(followOnce);
      if (!isTold) lookWithin(regularMs());
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        operated.stop();
        dueAt = Infinity;
      };
    },

    /** Ends what listens to the database. */
    stop: (): Promise<void> => stopNotices(),
  };
};
export type ChangeFeed = ReturnType<typeof createChangeFeed>;
