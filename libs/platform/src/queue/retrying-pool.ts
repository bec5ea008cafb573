import pg from 'pg';
import { retried } from '../database/retried.js';

type Query = (...asked: unknown[]) => Promise<unknown>;

/**
 * The pool BullMQ works with. Each of its operations is one statement, which PostgreSQL takes back whole when it breaks
 * a deadlock at its cost; so it is simply asked again. They do meet: whoever finishes a job also puts all jobs that are
 * due in line, in no order, and two workers do that at the same time.
 *
 * @param schema where what is named without one is looked for; each connection is told when it begins, or, where a pooler in
 *   transaction mode (PgBouncer) stands between and hands every transaction another connection, each transaction is
 */
export function retryingPool(options: pg.PoolConfig, schema?: string): pg.Pool {
  const pool = new pg.Pool(options);
  const plain = pool.query.bind(pool) as Query;
  const query = schema === undefined ? plain : inSchema(pool, plain, schema);
  pool.query = ((...asked: unknown[]) => retried(() => query(...asked))) as typeof pool.query;
  return pool;
}

function inSchema(pool: pg.Pool, plain: Query, schema: string): Query {
  const { options } = pool as unknown as { options: pg.ClientConfig };
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const path = `-c search_path=${schema}`;
  let told: Promise<boolean> | null = null;
  // Whether a connection keeps what it was told at its beginning; asked again until the database answers.
  const isTold = (): Promise<boolean> =>
    (told ??= (async () => {
      options.options = path;
      const is = await keeps(connect, schema);
      if (!is) delete options.options;
      return is;
    })().catch((error: unknown) => {
      told = null;
      throw error;
    }));
  const inTransaction: Query = async (...asked) => {
    const client = await connect();
    let broken = true;
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('search_path', $1, true)`, [schema]);
      const answer = await (client.query as Query).apply(client, asked);
      await client.query('COMMIT');
      broken = false;
      return answer;
    } catch (error) {
      broken = !(await client.query('ROLLBACK').then(
        () => true,
        () => false,
      ));
      throw error;
    } finally {
      client.release(broken);
    }
  };
  // Without a callback that is all that is called from outside; pg itself connects for its own queries by another way.
  const { connect: original } = pool;
  pool.connect = ((...given: unknown[]) =>
    given.length > 0
      ? (original as (...args: unknown[]) => unknown).apply(pool, given)
      : isTold().then(() => connect())) as typeof pool.connect;
  return async (...asked) => ((await isTold()) ? plain(...asked) : inTransaction(...asked));
}

/** PgBouncer refuses the word at the beginning, or was told to ignore it. */
async function keeps(connect: () => Promise<pg.PoolClient>, schema: string): Promise<boolean> {
  try {
    const client = await connect();
    try {
      const { rows } = await client.query<{ search_path: string }>('SHOW search_path');
      if (rows[0]?.search_path === schema) return true;
    } finally {
      // Not kept: a connection that was told nothing would be mistaken for one that was.
      client.release(true);
    }
    return false;
  } catch (error) {
    if (/unsupported startup parameter/.test(String(error))) return false;
    throw error;
  }
}
