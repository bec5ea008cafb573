import { ConfigError, type Environment } from '@upstander/platform';
import { statSync } from 'node:fs';
import pg from 'pg';

/** The server to archive, as its operating system user reaches it. */
export interface ArchivedServer {
  readonly data: string;
  readonly database: string;
  /** Lines of pgBackRest's configuration. */
  readonly lines: string[];
  connect<T>(work: (client: pg.Client) => Promise<T>, database?: string): Promise<T>;
}

/** PGHOST is the folder of the socket, if it isn't Debian's. */
export async function findServer(environment: Environment): Promise<ArchivedServer> {
  refuseRoot();
  const { PGHOST, PGPORT, PGDATABASE } = environment;
  const host = PGHOST ?? '/var/run/postgresql';
  const port = Number(PGPORT ?? 5432);
  const main = PGDATABASE ?? 'upstander';
  const user = superuserOf(environment);
  const connect = <T>(work: (client: pg.Client) => Promise<T>, database = main) =>
    connected({ host, port, user, database }, work);
  const { data, isSuperuser, isStandby } = await connect(async (client) => {
    const { rows } = await client.query<{ data: string; isSuperuser: boolean; isStandby: boolean }>(
      `SELECT current_setting('data_directory') AS data, rolsuper AS "isSuperuser", pg_is_in_recovery() AS "isStandby"
       FROM pg_roles WHERE rolname = current_user`,
    );
    return rows[0]!;
  });
  if (!isSuperuser) throw new ConfigError(`${user} is not a superuser of this server.`);
  if (isStandby) throw new ConfigError('This server is a standby: run this on the primary.');
  if (statSync(data).uid !== process.getuid?.())
    throw new ConfigError(`${data} belongs to another user: run this as the user of PostgreSQL (sudo -u postgres …).`);
  const lines = [`pg1-path=${data}`, `pg1-port=${port}`, `pg1-socket-path=${host}`, `pg1-user=${user}`];
  return { data, database: main, lines, connect };
}

export const superuserOf = ({ PGUSER }: Environment) => PGUSER ?? 'postgres';

/** PostgreSQL doesn't start as root, and couldn't read what root writes. */
export function refuseRoot(): void {
  if (process.getuid?.() === 0)
    throw new ConfigError('This does not work as root: run it as the user of PostgreSQL (sudo -u postgres …).');
}

export async function connected<T>(address: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    ...address,
    // Rows are compared as text, so settings that change their text must be the same.
    options: '-c search_path=pg_catalog -c TimeZone=UTC -c lc_messages=C',
    application_name: 'upstander-backup',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
