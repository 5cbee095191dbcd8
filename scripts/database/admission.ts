import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { DATABASE } from './address';
import { fatalError } from './replies';
import { ProtocolViolation, readOpening } from './wire';

const OPENING_LIMIT_MS = 10_000;

const isSecret = (given: string | undefined, secret: string): boolean => {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Why a client may not come in; undefined when it may. */
const refusal = (parameters: Record<string, string>, secret: string): Buffer | undefined => {
  if (!isSecret(parameters.user, secret)) return fatalError('28000', 'unknown user');
  const database = parameters.database ?? parameters.user;
  if (database !== DATABASE) return fatalError('3D000', `only "${DATABASE}" exists here`);
  return undefined;
};

/** A reader that ends its own connection, and nothing else, when the peer does not speak the protocol. */
const guarded = (socket: Socket, read: (chunk: Buffer) => void) => (chunk: Buffer) => {
  try {
    read(chunk);
  } catch (error) {
    if (!(error instanceof ProtocolViolation)) throw error;
    socket.removeAllListeners('data').resume();
    socket.end(fatalError('08P01', error.message));
  }
};

/**
 * Hears a new connection out until it has given the secret user name, then hands its bytes to what `admit` returns.
 * Encryption is declined, a cancel request heard and dropped, a silent or unknown peer turned away.
 */
export const receive = (
  socket: Socket,
  secret: string,
  admit: (socket: Socket) => (chunk: Buffer) => void,
): void => {
  let bytes: Buffer = Buffer.alloc(0);
  const tooSlow = setTimeout(() => socket.destroy(), OPENING_LIMIT_MS);
  socket.once('close', () => clearTimeout(tooSlow));
  // 'close' follows every error; a connection that was reset is no news.
  socket.on('error', () => socket.destroy());

  const turnAway = (reason: Buffer | string) => {
    socket.removeAllListeners('data').resume();
    socket.end(reason);
  };

  const open = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    const opening = readOpening(bytes);
    if (opening.kind === 'incomplete') return;
    if (opening.kind === 'cancel') return turnAway('');
    bytes = opening.rest;
    if (opening.kind === 'encryption') {
      socket.write('N');
      return open(Buffer.alloc(0));
    }
    const reason = refusal(opening.parameters, secret);
    if (reason) return turnAway(reason);
    clearTimeout(tooSlow);
    socket.removeAllListeners('data');
    const read = guarded(socket, admit(socket));
    socket.on('data', read);
    if (bytes.length > 0) read(bytes);
  };
  socket.on('data', guarded(socket, open));
};
