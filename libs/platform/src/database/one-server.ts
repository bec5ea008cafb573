import pg from 'pg';

/** What a server says of itself. */
export interface ServerState {
  /** Whether it follows another one. */
  readonly standby: boolean;
  /** Whether it takes no writes. */
  readonly reads: boolean;
}

/**
 * Asks one server, on a connection of its own and for so long. Not by what a server says of itself when a connection begins: a
 * pooler in between does not hand that on.
 *
 * @param url of one host
 */
export async function askServer(url: string, milliseconds: number, name: string): Promise<ServerState> {
  const limits = { connectionTimeoutMillis: milliseconds, query_timeout: milliseconds };
  const client = new pg.Client({ connectionString: url, application_name: name, ...limits });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<ServerState>(
      `SELECT pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS reads`,
    );
    return rows[0]!;
  } finally {
    void client.end().catch(() => undefined);
  }
}
