import pg from 'pg';

export interface ServerState {
  /** True if it follows a primary. */
  readonly standby: boolean;
  /** True if it rejects writes. */
  readonly reads: boolean;
}

/**
 * Asks one server for its state, on a separate connection.
 * Poolers don't forward the parameters reported at connection start, so this runs a query.
 * @param url URL with one host
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
