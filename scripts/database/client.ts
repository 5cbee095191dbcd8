import type { Batch } from './batches';
import { createBatcher, withoutCopy } from './batches';
import type { Engine } from './engine';
import type { Status } from './replies';
import { endingStatus, fatalError, withoutParseComplete } from './replies';
import { createStatements } from './statements';
import type { Turns } from './turns';
import type { Message } from './wire';
import { encodeMessage } from './wire';

interface ClientParts {
  id: number;
  engine: Pick<Engine, 'run'>;
  turns: Turns;
  idleInTransactionMs: number;
  write: (bytes: Buffer) => void;
  hangUp: () => void;
}

/** `open`: messages were run that no Sync has ended yet. */
type Phase = Status | 'open';

// The Sync ends the skipping of messages after an error; only then is the second ROLLBACK heard. Sync alone would
// commit what an implicit transaction did, hence the first.
const rollback: Buffer[] = [
  encodeMessage('Q', 'ROLLBACK'),
  encodeMessage('S'),
  encodeMessage('Q', 'ROLLBACK'),
];

const bytesOf = (messages: Message[]) => messages.map((message) => message.bytes);

/** One client's conversation with the engine: its messages in order, its transaction undisturbed, its end clean. */
export const createClient = (parts: ClientParts) => {
  const { engine, turns, write } = parts;
  const self = {};
  const batch = createBatcher();
  const statements = createStatements(parts.id);
  const queue: Batch[] = [];
  let phase: Phase = 'I';
  let gone = false;
  let busy: Promise<void> | undefined;
  let idleTimer: NodeJS.Timeout | undefined;

  const runBatch = async ({ messages, settles }: Batch) => {
    clearTimeout(idleTimer);
    const undisturbed = await turns.take(self);
    if (gone) return;
    const { messages: translated, parsesAgain } = statements.translate(messages, undisturbed);
    const reply = await engine.run(bytesOf(withoutCopy(translated)), settles);
    phase = settles ? (endingStatus(reply) ?? 'open') : 'open';
    write(parsesAgain ? withoutParseComplete(reply) : reply);
    if (phase === 'I') turns.give(self);
    else idleTimer = setTimeout(expire, parts.idleInTransactionMs);
  };

  /** Leaves the engine as if this client had never been there. */
  const leave = async () => {
    clearTimeout(idleTimer);
    if (phase !== 'I') await engine.run(rollback, true);
    phase = 'I';
    const closing = statements.closing();
    if (closing) {
      await turns.take(self);
      await engine.run(bytesOf(closing), true);
    }
    turns.give(self);
  };

  const work = async () => {
    for (let next = queue.shift(); next && !gone; next = queue.shift()) await runBatch(next);
    if (gone) await leave();
    busy = undefined;
  };

  const wake = () => {
    busy ??= work();
    return busy;
  };

  const end = () => {
    gone = true;
    return wake();
  };

  const expire = () => {
    write(fatalError('25P03', 'terminating connection due to idle-in-transaction timeout'));
    void end();
    parts.hangUp();
  };

  return {
    /** Takes one message; its answer comes when the client's turn has come. */
    receive(message: Message) {
      const complete = batch(message);
      if (!complete || gone) return;
      queue.push(complete);
      void wake();
    },
    /** Rolls back what is open, forgets the statements and passes the turn on. */
    end,
  };
};
