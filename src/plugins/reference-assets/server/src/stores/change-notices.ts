import type { Core } from '@strapi/strapi';
import type { RunSql } from './sql';
import { triggerOnce } from './trigger-once';
import { messageOf } from '../../../shared/message-of';

const channel = 'reference_asset_changes';

/** Tables whose rows `changedSince` of the stores reads. */
const watched = [
  'reference_assets',
  'reference_asset_videos',
  'reference_asset_beats',
  'reference_asset_activity',
];

/**
 * Tables of how it all runs, which the pages for operators count, with what of a row they count. They are told of by the
 * row: engines and sweeps write to them every second, mostly to none.
 */
const operated = {
  reference_asset_jobs: 'state',
  reference_asset_vendor_jobs: 'state',
  reference_asset_vendor_pauses: 'until',
  reference_asset_states: 'value',
  reference_asset_deliveries: 'state',
  reference_asset_accounts: 'held_usd',
  reference_asset_account_moves: 'amount_usd',
};
const operation = ' operation';

/**
 * PostgreSQL itself tells of every change of what people look at, once a transaction and after its commit, whoever made
 * it: Strapi's queries, statements of ours, another process, a person at `psql`.
 */
export const changeNoticeTables = [
  `CREATE OR REPLACE FUNCTION reference_asset_tell_change() RETURNS trigger LANGUAGE plpgsql AS
     'BEGIN PERFORM pg_notify(''${channel}'', TG_TABLE_SCHEMA); RETURN NULL; END'`,
  ...watched.map(
    (table) =>
      `CREATE OR REPLACE TRIGGER ${table}_tell AFTER INSERT OR UPDATE OR DELETE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION reference_asset_tell_change()`,
  ),
  `CREATE OR REPLACE FUNCTION reference_asset_tell_operation() RETURNS trigger LANGUAGE plpgsql AS
     'BEGIN PERFORM pg_notify(''${channel}'', TG_TABLE_SCHEMA || ''${operation}''); RETURN NULL; END'`,
  ...Object.entries(operated).flatMap(([table, column]) => [
    triggerOnce(
      `${table}_told`,
      `CREATE TRIGGER AFTER INSERT OR DELETE ON ${table}
       FOR EACH ROW EXECUTE FUNCTION reference_asset_tell_operation()`,
    ),
    triggerOnce(
      `${table}_told_anew`,
      `CREATE TRIGGER AFTER UPDATE ON ${table} FOR EACH ROW
       WHEN (OLD.${column} IS DISTINCT FROM NEW.${column}) EXECUTE FUNCTION reference_asset_tell_operation()`,
    ),
  ]),
];

/** What {@link createChangeNotices} tells. */
export interface NoticeListener {
  /** From now on every change is heard. */
  found(): void;
  /** Something changed: what people look at, or how it all runs. */
  heard(what: 'content' | 'operation'): void;
  /** Nothing is heard any more, until `found` says otherwise. */
  lost(reason: string): void;
}

/** A connection of the driver `pg`, as far as it is used here. */
interface Connection {
  query(statement: string): Promise<{ rows: { schema: string }[] }>;
  on(event: 'notification', heard: (notice: { channel: string; payload: string }) => void): void;
  on(event: 'end', ended: () => void): void;
  end(): Promise<void>;
  connection: { stream: { setKeepAlive(on: boolean, afterMs: number): void } };
}
/** What Knex's client for PostgreSQL offers beside its pool. */
interface Driver {
  acquireRawConnection(): Promise<Connection>;
}

const proofMs = 5000;
const keepAliveMs = 60_000;
const firstRetryMs = 5000;
const lastRetryMs = 600_000;

/** Whether what is told on the pool arrives; a pooler between us and PostgreSQL may swallow it. */
const arrives = async (connection: Connection, sql: RunSql): Promise<boolean> => {
  const proof = `proof ${process.pid} ${Math.random()}`;
  let timer: NodeJS.Timeout | undefined;
  const arrival = new Promise<boolean>((resolve) => {
    connection.on('notification', ({ payload }) => void (payload === proof && resolve(true)));
    timer = setTimeout(() => resolve(false), proofMs).unref();
  });
  await sql('SELECT pg_notify(?, ?)', [channel, proof]);
  return arrival.finally(() => clearTimeout(timer));
};

/** Hears what PostgreSQL tells, on one connection of its own beside Strapi's pool. */
export const createChangeNotices = (strapi: Core.Strapi, sql: RunSql) => {
  const open = async (listener: NoticeListener, ended: (reason: string) => void) => {
    const driver = strapi.db.connection.client as Driver;
    const connection = await driver.acquireRawConnection();
    const close = () => connection.end().catch(() => undefined); // it is gone either way
    try {
      connection.connection.stream.setKeepAlive(true, keepAliveMs);
      await connection.query(`LISTEN ${channel}`);
      const { rows } = await connection.query('SELECT current_schema() AS schema');
      connection.on('notification', ({ payload }) => {
        const schema = rows[0]?.schema;
        if (payload === schema) listener.heard('content');
        else if (payload === `${schema}${operation}`) listener.heard('operation');
      });
      if (!(await arrives(connection, sql)))
        throw new Error('what PostgreSQL tells does not arrive: is there a pooler in between?');
      connection.on('end', () => ended('the connection ended'));
    } catch (error) {
      await close();
      throw error;
    }
    return close;
  };

  return {
    /** Keeps listening, through restarts of the database, until the returned function is called. */
    follow(listener: NoticeListener): () => Promise<void> {
      let isOver = false;
      let retryMs = firstRetryMs;
      let timer: NodeJS.Timeout | undefined;
      let opened: Promise<void>;
      let close = (): Promise<void> => Promise.resolve();

      const again = (reason: string): void => {
        if (isOver) return;
        listener.lost(reason);
        timer = setTimeout(begin, retryMs).unref();
        retryMs = Math.min(2 * retryMs, lastRetryMs);
      };
      const begin = (): void => {
        opened = open(listener, again).then(
          (closing) => {
            close = closing;
            retryMs = firstRetryMs;
            listener.found();
          },
          (error: unknown) => again(messageOf(error)),
        );
      };
      begin();
      return async () => {
        isOver = true;
        clearTimeout(timer);
        await opened;
        await close();
      };
    },
  };
};
export type ChangeNotices = ReturnType<typeof createChangeNotices>;
