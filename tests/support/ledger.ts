import { dataSourceOptions } from '@upstander/db';
import { Ledger, type AccountKind, type TransactionDraft } from '@upstander/ledger';
import { Clock, Database } from '@upstander/platform';
import { DataSource } from 'typeorm';
import { testConfig } from './config.js';
import { cloneDatabase, type SpecDatabase } from './database.js';

export interface TestLedger {
  database: SpecDatabase;
  db: Database;
  ledger: Ledger;
  /** Posts in a separate transaction. */
  post(...drafts: TransactionDraft[]): Promise<boolean[]>;
  close(): Promise<void>;
}

export async function openLedger(at = new Date('2026-12-01T12:00:00Z')): Promise<TestLedger> {
  const database = await cloneDatabase();
  const config = testConfig(database.url);
  const source = new DataSource(dataSourceOptions(config));
  await source.initialize();
  const db = new Database(source);
  const clock = Object.assign(new Clock(config), { now: () => at });
  const ledger = new Ledger(db, clock);
  return {
    database,
    db,
    ledger,
    post: (...drafts) => db.transaction((tx) => ledger.post(tx, drafts)),
    async close() {
      await source.destroy();
      await database.drop();
    },
  };
}

export type Side = [kind: AccountKind, amountMinor: bigint | number, ownerId?: string | null, currency?: string];

export function draft(externalRef: string, ...sides: Side[]): TransactionDraft {
  return {
    kind: externalRef.slice(0, Math.max(externalRef.indexOf(':'), 0)) || 'test',
    externalRef,
    happenedAt: new Date('2026-12-01T12:00:00Z'),
    postings: sides.map(([kind, amountMinor, ownerId = null, currency = 'USD']) => ({
      kind,
      ownerId,
      amountMinor: BigInt(amountMinor),
      currency,
    })),
  };
}

export async function findWrongTotals(db: Pick<Database, 'query'>): Promise<unknown[]> {
  return db.query(
    `SELECT a.kind, a.owner_id, b.balance_minor AS stored, s.sum
     FROM ledger.account a
       LEFT JOIN ledger.balance b ON b.account_id = a.id
       LEFT JOIN LATERAL (SELECT sum(amount_minor) FROM ledger.posting p WHERE p.account_id = a.id) s ON true
     WHERE coalesce(b.balance_minor, 0) <> coalesce(s.sum, 0)`,
  );
}
