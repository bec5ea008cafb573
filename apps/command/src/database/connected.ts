import { BoundedClient, requireSecret } from '@upstander/platform';
import type { Queryable } from '@upstander/identity';
import type pg from 'pg';
import type { ParsedArguments } from '../command.js';

const waits = { statement_timeout: 10_000, query_timeout: 12_000 };

export async function runAsProgram<T>(
  given: Pick<ParsedArguments, 'environment'>,
  work: (client: pg.Client) => Promise<T>,
  limits: pg.ClientConfig = waits,
): Promise<T> {
  return runStepByStep(
    given,
    async (client) => {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    },
    limits,
  );
}

/** Runs long work without a transaction, so that each statement is committed. */
export async function runStepByStep<T>(
  { environment }: Pick<ParsedArguments, 'environment'>,
  work: (client: pg.Client) => Promise<T>,
  limits: pg.ClientConfig = waits,
): Promise<T> {
  const connectionString = requireSecret(environment, 'DATABASE_URL', 'the database of this installation');
  const who = { connectionString, application_name: 'upstander-command' };
  const client = new BoundedClient({ ...who, connectionTimeoutMillis: 10_000, ...limits });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function toQueryable(client: pg.Client): Queryable {
  return {
    query: async <T extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []) =>
      (await client.query<T>(sql, [...params])).rows,
  };
}
