import { useEffect, useRef } from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { backendUrl } from '../api/backend';
import { readEvents, type ServerEvent } from '../api/event-stream';
import {
  changesFrom,
  operationTags,
  useNoteAnythingMutation,
  useNoteChangesMutation,
  type Change,
} from '../api/live';
import { route } from '../api/studio-api';
import { usePermission } from './use-permission';

/** Without a stream everything on screen is asked for again this often. */
const pollMs = 10_000;
/** Messages that come close together cause one round of requests. */
const gatherMs = 700;

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });

/** Collects what changed and hands it over {@link gatherMs} after the first, and not sooner than so long after the last time. */
const gather = (hand: (changes: Change[]) => void, everyMs = 0) => {
  const waiting = new Map<string, Change>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handedAt = 0;
  const flush = () => {
    timer = undefined;
    handedAt = Date.now();
    hand([...waiting.values()]);
    waiting.clear();
  };
  return {
    add(changes: Change[]) {
      for (const change of changes) waiting.set(`${change.type} ${change.id ?? ''}`, change);
      const inMs = Math.max(gatherMs, handedAt + everyMs - Date.now());
      if (waiting.size && !timer) timer = setTimeout(flush, inMs);
    },
    stop: () => clearTimeout(timer),
  };
};

/** The one stream on which somebody hears of everything they may see; null where that is nothing. */
const pathFor = (may: ReturnType<typeof usePermission>): string | null => {
  if (may('readAssets')) return '/events';
  if (may('readVideos')) return '/events/videos';
  return may('readStatus') ? '/events/status' : null;
};

/**
 * Keeps what is on screen true: listens to the server's events, and asks again every ten seconds while it cannot.
 * One connection for all pages of the plugin; a refused token heals itself, as asking again renews it.
 */
export const useLiveEvents = () => {
  const token = useAuth('useLiveEvents', (state) => state.token);
  const [noteChanges] = useNoteChangesMutation();
  const [noteAnything] = useNoteAnythingMutation();
  const may = usePermission();
  // Whoever sees both hears of both on the one connection.
  const path = pathFor(may);
  const tokenNow = useRef(token);
  useEffect(() => {
    tokenNow.current = token;
  }, [token]);

  useEffect(() => {
    if (path === null) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const changes = gather((list) => void noteChanges(list));
    const counts = gather((list) => void noteChanges(list), pollMs);
    const onEvent = (event: ServerEvent) => {
      try {
        const isCount = ({ type }: Change) => operationTags.includes(type);
        const all = changesFrom(event);
        changes.add(all.filter((change) => !isCount(change)));
        counts.add(all.filter(isCount));
      } catch (error) {
        console.warn('[reference-assets] an event this version does not know', event, error);
      }
    };
    const listen = async () => {
      for (let first = true; !signal.aborted; first = false) {
        let open = false;
        const onOpen = () => {
          open = true;
          // Whatever happened while nobody listened is asked for once the stream is back.
          if (!first) void noteAnything();
        };
        await readEvents(`${backendUrl()}${route(path)}`, {
          token: tokenNow.current ?? '',
          signal,
          onOpen,
          onEvent,
        }).catch((error: unknown) => {
          if (!signal.aborted) console.info('[reference-assets] no event stream, asking', error);
        });
        await pause(pollMs, signal);
        const seen = document.visibilityState === 'visible';
        if (!open && seen && !signal.aborted) void noteAnything();
      }
    };
    void listen();
    return () => {
      stop.abort();
      changes.stop();
      counts.stop();
    };
  }, [noteChanges, noteAnything, path]);
};
