import type { Message } from './wire';
import { encodeMessage } from './wire';

const string = (bytes: Buffer, start: number) => {
  const end = bytes.indexOf(0, start);
  return { value: bytes.toString('utf8', start, end), next: end + 1 };
};

/** Name of the prepared statement a message speaks of, with the bytes around it; undefined when it speaks of none. */
const statementOf = ({ type, bytes }: Message) => {
  if (type === 'P') {
    const name = string(bytes, 5);
    return { name: name.value, before: bytes.subarray(5, 5), after: bytes.subarray(name.next) };
  }
  if (type === 'B') {
    const portal = string(bytes, 5);
    const name = string(bytes, portal.next);
    const before = bytes.subarray(5, portal.next);
    return { name: name.value, before, after: bytes.subarray(name.next) };
  }
  if ((type === 'D' || type === 'C') && bytes[5] === 0x53) {
    const name = string(bytes, 6);
    return { name: name.value, before: bytes.subarray(5, 6), after: bytes.subarray(name.next) };
  }
  return undefined;
};

/**
 * Prepared statements of one client in an engine that all clients share.
 *
 * Named ones get a name of their own in the engine (short, because PostgreSQL cuts names at 63 bytes).
 * The unnamed one is overwritten whenever another client has its turn: it is kept here and parsed again before a use.
 * Portals need neither: they end with the transaction, and a transaction keeps its turn.
 */
export const createStatements = (clientId: number) => {
  const names = new Map<string, string>();
  let count = 0;
  let unnamed: Message | undefined;

  const renamed = (message: Message): Message => {
    const found = statementOf(message);
    if (!found || found.name === '') return message;
    const name = names.get(found.name) ?? `c${clientId}_${++count}`;
    if (message.type === 'P') names.set(found.name, name);
    if (message.type === 'C') names.delete(found.name);
    const bytes = encodeMessage(message.type, found.before, name, found.after);
    return { type: message.type, bytes };
  };

  /** Whether the messages use the unnamed statement before they parse one. */
  const usesUnnamed = (messages: Message[]): boolean => {
    const first = messages.find((message) => statementOf(message)?.name === '');
    return first !== undefined && first.type !== 'P';
  };

  const remember = (messages: Message[]) => {
    for (const message of messages) {
      if (message.type === 'P' && statementOf(message)?.name === '') unnamed = message;
      // A simple Query destroys the unnamed statement.
      if (message.type === 'Q') unnamed = undefined;
    }
  };

  return {
    /** The messages as the engine should get them; `parsesAgain` when a Parse the client did not send leads them. */
    translate(messages: Message[], undisturbed: boolean) {
      const again = !undisturbed && unnamed && usesUnnamed(messages) ? [unnamed] : [];
      remember(messages);
      return { messages: [...again, ...messages.map(renamed)], parsesAgain: again.length > 0 };
    },
    /** Messages that close every named statement; undefined when there is none. */
    closing(): Message[] | undefined {
      if (names.size === 0) return undefined;
      const closes = [...names.values()].map((name) => ({
        type: 'C',
        bytes: encodeMessage('C', Buffer.from('S'), name),
      }));
      names.clear();
      return [...closes, { type: 'S', bytes: encodeMessage('S') }];
    },
  };
};
