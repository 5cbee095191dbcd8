import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { receive } from './admission';
import { createClient } from './client';
import type { Engine } from './engine';
import { createNotices } from './notices';
import { fatalError } from './replies';
import { createTurns } from './turns';
import { createSplitter } from './wire';

interface FrontParts {
  engine: Pick<Engine, 'greeting' | 'run'>;
  /** The secret user name that lets a client in. */
  user: string;
  idleInTransactionMs: number;
  /** Told how many clients are in, whenever that changes. */
  onClients: (count: number) => void;
}

/** PostgreSQL's protocol on a port of this machine. */
export interface Front {
  /** Listens on the port, or on any free one for 0; resolves to the port. */
  listen(port: number): Promise<number>;
  /** Lets nobody in any more, ends every client and waits for what they were doing. */
  close(): Promise<void>;
}

const writerTo = (socket: Socket) => (bytes: Buffer) =>
  void (socket.writable && socket.write(bytes));

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/**
 * Many clients before the one session of an embedded PostgreSQL.
 *
 * Each client's messages run as whole batches, and a transaction keeps the engine to itself until it ends.
 * What belongs to a session is shared by all: `SET` without `LOCAL`, temporary tables, `UNLISTEN`, SQL-level `PREPARE`
 * and session-level advisory locks (use `SET LOCAL` and `pg_advisory_xact_lock`). A notification goes to who said `LISTEN`.
 * A statement cannot be cancelled: the engine runs it to its end before it hears anybody.
 */
export const createFront = ({
  engine,
  user,
  idleInTransactionMs,
  onClients,
}: FrontParts): Front => {
  const turns = createTurns();
  const notices = createNotices();
  const clients = new Map<Socket, () => Promise<void>>();
  const sockets = new Set<Socket>();
  let lastId = 0;

  const admit = (socket: Socket) => {
    const write = writerTo(socket);
    const client = createClient({
      id: ++lastId,
      engine,
      turns,
      idleInTransactionMs,
      write: (reply) => write(notices.handOut(reply)),
      hangUp: () => void socket.end(),
    });
    clients.set(socket, client.end);
    onClients(clients.size);
    socket.once('close', () => {
      clients.delete(socket);
      notices.leave(write);
      void client.end();
      onClients(clients.size);
    });
    socket.write(engine.greeting);
    const split = createSplitter();
    return (chunk: Buffer) => {
      for (const message of split(chunk)) {
        notices.join(message, write);
        if (message.type === 'X') socket.end();
        else client.receive(message);
      }
    };
  };

  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    receive(socket, user, admit);
  });

  return {
    listen: (port) => listen(server, port),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) if (!clients.has(socket)) socket.destroy();
      const ending = [...clients].map(([socket, end]) => {
        socket.end(fatalError('57P01', 'terminating connection: the database is shutting down'));
        return end();
      });
      await Promise.all(ending);
      for (const socket of sockets) socket.destroySoon();
      await closed;
    },
  };
};
