import type { Message } from './wire';

/** Gives bytes to one client. */
type Write = (bytes: Buffer) => void;

const HEADER_BYTES = 5;
const NOTIFICATION = 'A'.charCodeAt(0);
const textStart: Record<string, (bytes: Buffer) => number> = {
  Q: () => HEADER_BYTES,
  P: (bytes) => bytes.indexOf(0, HEADER_BYTES) + 1, // after the statement's name
};

/** The channel a message begins to listen to; undefined when it does something else. */
const channelOf = ({ type, bytes }: Message): string | undefined => {
  const start = textStart[type]?.(bytes);
  if (start === undefined) return undefined;
  // Looked at as far as a name can reach: statements may be long.
  const text = bytes.toString('utf8', start, start + 200);
  const found = /^\s*LISTEN\s+(?:"((?:[^"]|"")+)"|(\w+))/i.exec(text);
  return found?.[1]?.replaceAll('""', '"') ?? found?.[2]?.toLowerCase();
};

/** Where the notifications of a reply begin and end; a reply is made of whole messages, one a row. */
const noticesIn = (reply: Buffer): [number, number][] => {
  const found: [number, number][] = [];
  for (let start = 0; start + HEADER_BYTES <= reply.length;) {
    const end = start + 1 + reply.readInt32BE(start + 1);
    if (reply[start] === NOTIFICATION) found.push([start, end]);
    start = end;
  }
  return found;
};

const channelNotified = (message: Buffer): string => {
  const start = HEADER_BYTES + 4; // after the id of the notifying process
  return message.toString('utf8', start, message.indexOf(0, start));
};

/**
 * Notifications in an engine whose one session all clients share: PostgreSQL puts them into the reply of whoever happens
 * to speak, as soon as anybody listens. They are taken out there, and go to the clients that asked for the channel.
 */
export const createNotices = () => {
  const listeners = new Map<string, Set<Write>>();
  return {
    /** Sees whether a client asks for a channel. */
    join(message: Message, write: Write): void {
      const channel = channelOf(message);
      if (channel === undefined) return;
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(write));
    },

    leave(write: Write): void {
      for (const writes of listeners.values()) writes.delete(write);
    },

    /** The reply without its notifications, which are handed out. */
    handOut(reply: Buffer): Buffer {
      if (listeners.size === 0) return reply;
      const rest: Buffer[] = [];
      let from = 0;
      for (const [start, end] of noticesIn(reply)) {
        const notice = reply.subarray(start, end);
        listeners.get(channelNotified(notice))?.forEach((write) => write(notice));
        rest.push(reply.subarray(from, start));
        from = end;
      }
      return from === 0 ? reply : Buffer.concat([...rest, reply.subarray(from)]);
    },
  };
};
