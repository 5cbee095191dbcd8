/** One message of a `text/event-stream`. */
export interface ServerEvent {
  event: string;
  data: string;
}

/** Parses one block of the stream, the lines between two empty ones; null for a comment or heartbeat. */
export const parseEvent = (block: string): ServerEvent | null => {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (line.startsWith('event:')) event = value;
    if (line.startsWith('data:')) data.push(value);
  }
  return data.length ? { event, data: data.join('\n') } : null;
};

/**
 * Cuts arriving text into messages, whatever the network's own cuts are.
 *
 * Shape: call it with each piece of text; it gives the messages that piece completed.
 */
export const createEventReader = () => {
  let rest = '';
  return (text: string): ServerEvent[] => {
    // A carriage return at the very end may be half of a line end: it waits for what follows.
    const whole = rest + text;
    const keep = whole.endsWith('\r') ? 1 : 0;
    const blocks = whole
      .slice(0, whole.length - keep)
      .replaceAll('\r\n', '\n')
      .replaceAll('\r', '\n')
      .split('\n\n');
    rest = (blocks.pop() ?? '') + whole.slice(whole.length - keep);
    return blocks.map(parseEvent).filter((message): message is ServerEvent => message !== null);
  };
};

/**
 * Reads a stream of server-sent events until it ends. `EventSource` cannot send the admin's bearer token, hence fetch.
 *
 * Throws: `Error` with the status when the server does not open the stream; the abort reason when `signal` ends it.
 */
export const readEvents = async (
  url: string,
  {
    token,
    signal,
    onOpen,
    onEvent,
  }: {
    token: string;
    signal: AbortSignal;
    onOpen: () => void;
    onEvent: (event: ServerEvent) => void;
  },
): Promise<void> => {
  const headers = { Accept: 'text/event-stream', Authorization: `Bearer ${token}` };
  const response = await fetch(url, { signal, headers, credentials: 'include' });
  const isStream = response.headers.get('content-type')?.includes('text/event-stream');
  if (!response.ok || !response.body || !isStream) {
    await response.body?.cancel();
    throw new Error(`the event stream answered ${response.status}`);
  }
  onOpen();
  const read = createEventReader();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    read(value).forEach(onEvent);
  }
};
