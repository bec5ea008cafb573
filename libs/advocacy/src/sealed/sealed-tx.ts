import type { PoolClient, QueryResultRow } from 'pg';
import type { AuditEntry } from '../audit/audit-chain.js';
import type { SealedReader } from './sealed-reader.js';

/** One open transaction of the sealed zone. */
export class SealedTx {
  private readonly after: Array<() => void> = [];
  /** What the trail gets before the commit. */
  readonly noted: AuditEntry[] = [];

  constructor(
    private readonly client: PoolClient,
    readonly reader: SealedReader,
    /** The moment of this transaction: what the database takes for now. */
    readonly at: Date,
    /** What the trail is chained with. */
    readonly trailKey: Buffer,
  ) {}

  async query<T extends QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, [...params])).rows;
  }

  /** Notes who did or read what, in this very transaction: what is not noted was not read. */
  audit(entry: AuditEntry): void {
    this.noted.push(entry);
  }

  /** Calls back once the transaction is durable. Never called after a rollback. */
  afterCommit(then: () => void): void {
    this.after.push(then);
  }

  /** @internal */
  committed(): void {
    for (const then of this.after) then();
  }
}
