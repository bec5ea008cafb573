import pg from 'pg';
import type { Config } from '../config/config.js';
import { beginStatement } from './statements.js';
import { noteLostLine, noteNoConnection } from './unavailable.js';

type Limits = Pick<Config, 'DATABASE_CONNECT_SECONDS' | 'DATABASE_STATEMENT_SECONDS' | 'DATABASE_IDLE_SECONDS'>;
type Answered = (error: Error | null, result?: unknown) => void;

/** The database ends a statement that takes too long; a little later we stop to wait for one that is stuck itself. */
const grace = 2_000;

/**
 * How long a pool of ours waits, in the words of pg; every pool has these. Nothing waits for ever: not for a connection,
 * not for a statement, not for an answer of a database that is frozen, and no transaction stands open for nothing.
 */
export function boundedWaits(limits: Limits) {
  const statement = limits.DATABASE_STATEMENT_SECONDS * 1000;
  return {
    Client: BoundedClient,
    connectionTimeoutMillis: limits.DATABASE_CONNECT_SECONDS * 1000,
    statement_timeout: statement,
    query_timeout: statement + grace,
    idle_in_transaction_session_timeout: limits.DATABASE_IDLE_SECONDS * 1000,
    keepAlive: true,
  } satisfies pg.PoolConfig & { Client: unknown };
}

/** How long the answer to a statement is waited for that may itself take so many seconds. */
export function answerWithin(seconds: number): number {
  return seconds * 1000 + grace;
}

/**
 * A connection on which an answer did not come is good for nothing: whoever used it next would get that answer, or write
 * in a transaction that is still open. So it is cut, and the pool makes another. A connection that is lost while somebody
 * has it tells them by their own statement; the event beside it, heard by nobody, would end the process.
 */
export class BoundedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }

  override connect(...asked: unknown[]): never {
    const [last] = asked;
    if (typeof last === 'function') {
      asked[0] = (error: Error | null, ...more: unknown[]) => {
        noteNoConnection(error);
        (last as (...answer: unknown[]) => void)(error, ...more);
      };
    }
    const made = (super.connect as (...args: unknown[]) => unknown).apply(this, asked);
    if (!(made instanceof Promise)) return made as never;
    return made.catch((error: unknown) => {
      noteNoConnection(error);
      throw error;
    }) as never;
  }

  override query(...asked: unknown[]): never {
    const last = asked.at(-1);
    const end = beginStatement(asked[0]);
    if (typeof last === 'function') {
      asked[asked.length - 1] = (error: Error | null, result?: unknown) => {
        end?.(error !== null && error !== undefined);
        this.failed(error);
        (last as Answered)(error, result);
      };
    }
    const answer = (super.query as (...args: unknown[]) => unknown).apply(this, asked);
    if (answer instanceof Promise) {
      return answer.then(
        (result: unknown) => {
          end?.(false);
          return result;
        },
        (error: unknown) => {
          end?.(true);
          this.failed(error);
          throw error;
        },
      ) as never;
    }
    return answer as never;
  }

  private failed(error: unknown): void {
    noteLostLine(error);
    if (!isOverdue(error)) return;
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

/** By pg's own words; it has no code for it. */
function isOverdue(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}
