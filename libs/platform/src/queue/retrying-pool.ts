import pg from 'pg';
import { retryTransaction } from '../database/retry-transaction.js';

type Query = (...args: unknown[]) => Promise<unknown>;

/**
 * For BullMQ. Each of its operations is a single statement, which a deadlock rolls back completely. Deadlocks happen
 * because finishing a job also promotes all due jobs in no fixed order.
 * @param schema default schema, set when a connection starts, or in each transaction behind PgBouncer in transaction
 * mode
 */
export function retryingPool(options: pg.PoolConfig, schema?: string): pg.Pool {
  const pool = new pg.Pool(options);
  const queryPool = pool.query.bind(pool) as Query;
  const query = schema === undefined ? queryPool : querySchema(pool, queryPool, schema);
  pool.query = ((...args: unknown[]) => retryTransaction(() => query(...args))) as typeof pool.query;
  return pool;
}

function querySchema(pool: pg.Pool, queryPool: Query, schema: string): Query {
  const { options } = pool as unknown as { options: pg.ClientConfig };
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const path = `-c search_path=${schema}`;
  let schemaCheck: Promise<boolean> | null = null;
  const keepsSchema = (): Promise<boolean> =>
    (schemaCheck ??= (async () => {
      options.options = path;
      const isKept = await keepsStartupParameter(connect, schema);
      if (!isKept) delete options.options;
      return isKept;
    })().catch((error: unknown) => {
      schemaCheck = null;
      throw error;
    }));
  const inTransaction: Query = async (...args) => {
    const client = await connect();
    let isBroken = true;
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('search_path', $1, true)`, [schema]);
      const answer = await (client.query as Query).apply(client, args);
      await client.query('COMMIT');
      isBroken = false;
      return answer;
    } catch (error) {
      isBroken = !(await client.query('ROLLBACK').then(
        () => true,
        () => false,
      ));
      throw error;
    } finally {
      client.release(isBroken);
    }
  };
  // Other code calls `connect` without a callback. pg's own `query` uses the original one.
  const { connect: original } = pool;
  pool.connect = ((...given: unknown[]) =>
    given.length > 0
      ? (original as (...args: unknown[]) => unknown).apply(pool, given)
      : keepsSchema().then(() => connect())) as typeof pool.connect;
  return async (...args) => ((await keepsSchema()) ? queryPool(...args) : inTransaction(...args));
}

/** True if the startup parameter takes effect. PgBouncer may reject or ignore it. */
async function keepsStartupParameter(connect: () => Promise<pg.PoolClient>, schema: string): Promise<boolean> {
  try {
    const client = await connect();
    try {
      const { rows } = await client.query<{ search_path: string }>('SHOW search_path');
      if (rows[0]?.search_path === schema) return true;
    } finally {
      // Closed, because it may lack the startup parameter.
      client.release(true);
    }
    return false;
  } catch (error) {
    if (/unsupported startup parameter/.test(String(error))) return false;
    throw error;
  }
}
