import { setTimeout as pause } from 'node:timers/promises';
import type { JobKind } from '../../../shared/contracts/jobs';
import type { JobHandler } from './contract';

/** How long work in the background stands back for uploads, ms. */
export interface GiveWayLimits {
  /** After an upload's end the next one of a series is waited for. */
  quietMs: number;
  /** No series holds anything up for longer; after that both go on side by side until it ends. */
  mostMs: number;
  /** Uploads that follow each other within this time are one series. */
  seriesMs: number;
}

const usual: GiveWayLimits = { quietMs: 250, mostMs: 5000, seriesMs: 1000 };

/**
 * Lets uploads go first: whoever sends a picture waits for the reply, and measuring the one before would take the
 * processor from it. A long import is not held up: a series of uploads has `mostMs` to itself, once.
 */
export const createGiveWay = (limits: GiveWayLimits = usual, now: () => number = Date.now) => {
  let underWay = 0;
  let seriesFrom = -Infinity;
  let lastEnd = -Infinity;

  const begin = (): void => {
    if (underWay === 0 && now() - lastEnd > limits.seriesMs) seriesFrom = now();
    underWay += 1;
  };
  const end = (): void => {
    underWay -= 1;
    lastEnd = now();
  };

  /** How long the background has to wait before it may ask again, ms; 0: it may go on. */
  const waitMs = (): number => {
    const left = seriesFrom + limits.mostMs - now();
    const quiet = underWay > 0 ? limits.quietMs : lastEnd + limits.quietMs - now();
    return Math.max(0, Math.min(left, quiet));
  };

  return {
    waitMs,

    /** Runs an upload, for which the background stands back. */
    async during<T>(upload: () => Promise<T>): Promise<T> {
      begin();
      try {
        return await upload();
      } finally {
        end();
      }
    },

    /** The handler of a job that stands back for uploads before it begins; when the process ends, it does not begin. */
    yielding: <K extends JobKind>(handler: JobHandler<K>): JobHandler<K> => ({
      ...handler,
      async run(job, context) {
        for (let ms = waitMs(); ms > 0; ms = waitMs())
          await pause(Math.ceil(ms), undefined, { signal: context.signal });
        return handler.run(job, context);
      },
    }),
  };
};
export type GiveWay = ReturnType<typeof createGiveWay>;
