import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { DATABASE } from './address';
import type { DatabaseState } from './state';
import { createSplitter, encodeStartup } from './wire';

/** A silent connection: the server stays while it is open, and its owner learns from it when the server dies. */
export interface Keeper {
  closed: Promise<void>;
  close(): void;
}

const hello = (user: string) =>
  encodeStartup({ user, database: DATABASE, application_name: 'keeper' });

const keeperOn = (socket: Socket): Keeper => {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // What the server may still say is of no interest, but unread it would hide the end of the connection.
  socket.resume();
  socket.unref();
  return { closed, close: () => socket.destroy() };
};

/**
 * Joins the server that the state speaks of; null when it is not there, or is not the one that wrote the state.
 * A server in the middle of a long statement answers late, so an accepted connection is waited for.
 *
 * Throws: when the connection was accepted but nothing was said within `limitMs`.
 */
export const joinServer = (state: DatabaseState, limitMs: number): Promise<Keeper | null> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: state.port, noDelay: true });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`The embedded database on port ${state.port} does not answer.`));
    }, limitMs);
    const settle = (keeper: Keeper | null) => {
      clearTimeout(timer);
      socket.removeAllListeners('data');
      if (!keeper) socket.destroy();
      resolve(keeper);
    };
    const split = createSplitter();
    socket.once('connect', () => socket.write(hello(state.user)));
    // 'close' follows, and says the same: nobody there.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => settle(null));
    socket.on('data', (chunk) => {
      const types = split(chunk).map((message) => message.type);
      if (types.includes('E')) settle(null);
      else if (types.includes('Z')) settle(keeperOn(socket));
    });
  });
