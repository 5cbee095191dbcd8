/** The name of the one database, and of the role that everything in it runs as. */
export const DATABASE = 'postgres';

/** What a PostgreSQL client needs to connect. The user name is the secret; there is no password. */
export const databaseUrl = ({ user, port }: { user: string; port: number }): string =>
  `postgres://${user}@127.0.0.1:${port}/${DATABASE}`;
