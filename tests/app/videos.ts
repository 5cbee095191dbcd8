import type { Beat } from '../../src/plugins/reference-assets/shared/contracts/beats';
import type { VideoStatus } from '../../src/plugins/reference-assets/shared/contracts/video-states';
import {
  videoEvent,
  type Video,
  type VideoEvent,
} from '../../src/plugins/reference-assets/shared/contracts/videos';
import { send, until, type Reply } from './client';
import type { App } from './start-app';

type Server = Pick<App, 'url'>;
type WithBeats = Video & { beats: Beat[] };

const videoMs = 150_000;
const ended: readonly VideoStatus[] = ['failed', 'canceled', 'rejected', 'in_review', 'approved'];

/** Orders a video. */
export const orderVideo = (
  app: Server,
  token: string,
  data: object,
  headers = {},
): Promise<Reply> =>
  send(app, 'POST', '/api/video-generations', { token, json: { data }, headers });

/** Waits until a video is in one of some stages; fails at once when it ended in another. */
export const videoIn = async (
  app: Server,
  token: string,
  id: string,
  stages: VideoStatus[],
): Promise<WithBeats> => {
  const look = async () =>
    (await send(app, 'GET', `/api/video-generations/${id}?populate=beats`, { token })).body
      .data as WithBeats;
  const video = await until(
    look,
    ({ status }) => stages.includes(status) || ended.includes(status),
    videoMs,
  );
  if (stages.includes(video.status)) return video;
  throw new Error(`the video is ${video.status}: ${JSON.stringify(video.error)}`);
};

/** Listens to the events of a video until it is closed. */
export const watchVideo = (
  app: Server,
  token: string,
  id: string,
  heard: (event: VideoEvent) => void,
) => {
  const leaving = new AbortController();
  let last: VideoEvent | undefined;
  const read = async (): Promise<void> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${app.url}/api/video-generations/${id}/events`, {
      headers,
      signal: leaving.signal,
    });
    if (!response.body || !response.headers.get('content-type')?.includes('text/event-stream')) {
      throw new Error(`no event stream: ${response.status}`);
    }
    let text = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const messages = (text + part.value).split('\n\n');
      text = messages.pop() as string;
      for (const message of messages) {
        const data = /^event: video\ndata: (.*)$/m.exec(message)?.[1];
        if (!data) continue;
        last = videoEvent.parse(JSON.parse(data));
        heard(last);
      }
    }
  };
  const reading = read().catch((error: unknown) => {
    if (!leaving.signal.aborted) throw error;
  });
  // A stream that broke is told to whoever waits for its events.
  reading.catch(() => undefined);
  return {
    until: (fits: (event: VideoEvent) => boolean) =>
      Promise.race([
        until(
          async () => last,
          (event) => event !== undefined && fits(event),
        ),
        reading.then(() => Promise.reject(new Error('the event stream ended'))),
      ]),
    close: () => leaving.abort(),
  };
};
