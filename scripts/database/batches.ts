import type { Message } from './wire';
import { encodeMessage } from './wire';

/** Messages that are run in one go; `settles` when the engine must end them with ReadyForQuery. */
export interface Batch {
  messages: Message[];
  settles: boolean;
}

const ALONE = new Set(['Q', 'F']); // Query, FunctionCall
const COPY_DATA = new Set(['d', 'c', 'f']);

/**
 * Gathers a client's messages until one at which the engine has to answer: Sync, Flush, Query or FunctionCall.
 * What a client sends for a COPY is left out; the COPY was refused already (see `withoutCopy`).
 */
export const createBatcher = () => {
  let gathered: Message[] = [];
  return (message: Message): Batch | undefined => {
    if (COPY_DATA.has(message.type)) return undefined;
    gathered.push(message);
    const settles = message.type === 'S' || ALONE.has(message.type);
    if (!settles && message.type !== 'H') return undefined;
    const messages = gathered;
    gathered = [];
    return { messages, settles };
  };
};

const refuseCopy: Message = {
  type: 'f',
  bytes: encodeMessage('f', 'the embedded database takes no COPY FROM STDIN'),
};

/**
 * The batch with a CopyFail where a COPY would look for its data.
 * The engine cannot wait for a client in the middle of a statement: without this, `COPY … FROM STDIN` would read
 * the end of its input and shut the database down. Anywhere else PostgreSQL ignores a CopyFail.
 */
export const withoutCopy = (messages: Message[]): Message[] => {
  const last = messages[messages.length - 1];
  return ALONE.has(last.type)
    ? [...messages, refuseCopy]
    : [...messages.slice(0, -1), refuseCopy, last];
};
