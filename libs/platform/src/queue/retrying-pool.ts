import pg from 'pg';
import { retried } from '../database/retried.js';

/**
 * The pool BullMQ works with. Each of its operations is one statement, which PostgreSQL takes back whole when it breaks
 * a deadlock at its cost; so it is simply asked again. They do meet: whoever finishes a job also puts all jobs that are
 * due in line, in no order, and two workers do that at the same time.
 */
export function retryingPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options);
  const query = pool.query.bind(pool) as (...asked: unknown[]) => Promise<unknown>;
  pool.query = ((...asked: unknown[]) => retried(() => query(...asked))) as typeof pool.query;
  return pool;
}
