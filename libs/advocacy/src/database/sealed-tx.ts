import type { PoolClient, QueryResultRow } from 'pg';
import type { AuditEntry } from './audit-entry.js';
import type { SealedReader } from './sealed-reader.js';

export class SealedTx {
  private readonly after: Array<() => void> = [];
  /** Entries to append to the trail before the commit. */
  readonly noted: AuditEntry[] = [];

  constructor(
    private readonly client: PoolClient,
    readonly reader: SealedReader,
    /** Time of this transaction, which the database uses as the current time. */
    readonly at: Date,
    readonly trailKey: Buffer,
  ) {}

  async query<T extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, [...params])).rows;
  }

  /** Audits an action in this transaction. If the entry can't be written, nothing was read. */
  audit(entry: AuditEntry): void {
    this.noted.push(entry);
  }

  /** Runs a callback after the transaction commits, never after a rollback. */
  afterCommit(callback: () => void): void {
    this.after.push(callback);
  }

  /** @internal */
  runCallbacks(): void {
    for (const callback of this.after) callback();
  }
}
