import { EncodingFault, faultIn, rootMessage } from './protocol';

/**
 * A `fetch` that gives up when nothing arrives for a while, before the headers or between two pieces of the body.
 *
 * A time limit for the whole would cut off slow but healthy downloads of a gigabyte; without any, a network that swallows packets holds the caller for minutes.
 *
 * Throws: `EncodingFault` `network-timeout` or `network`, also from the body's stream; `network` for replies that say "later" (429, 5xx).
 */
export function watchedFetch(idleMs: number): typeof fetch {
  return async (input, init) => {
    const watch = createWatch(idleMs);
    try {
      const response = await fetch(input, { ...init, signal: watch.signal });
      if (response.status === 429 || response.status >= 500) {
        throw new EncodingFault('network', `The model hub answered ${response.status}.`);
      }
      if (!response.body) {
        watch.stop();
        return response;
      }
      return new Response(watchedBody(response.body, watch), response);
    } catch (error) {
      watch.stop();
      throw asFault(error);
    }
  };
}

interface Watch {
  signal: AbortSignal;
  sawProgress(): void;
  stop(): void;
}

function createWatch(idleMs: number): Watch {
  const controller = new AbortController();
  const giveUp = () => {
    const message = `The model hub sent nothing for ${idleMs} ms.`;
    controller.abort(new EncodingFault('network-timeout', message));
  };
  const timer = setTimeout(giveUp, idleMs);
  return {
    signal: controller.signal,
    sawProgress: () => timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}

function watchedBody(body: ReadableStream<Uint8Array>, watch: Watch): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        watch.sawProgress();
        if (!done) return controller.enqueue(value);
        watch.stop();
        controller.close();
      } catch (error) {
        watch.stop();
        controller.error(asFault(error));
      }
    },
    async cancel(reason) {
      watch.stop();
      await reader.cancel(reason);
    },
  });
}

function asFault(error: unknown): EncodingFault {
  const named = faultIn(error);
  if (named) return named;
  const message = `The model hub could not be reached: ${rootMessage(error)}`;
  return new EncodingFault('network', message, { cause: error });
}
