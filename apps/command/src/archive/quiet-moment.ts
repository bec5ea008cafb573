import { ConfigError } from '@upstander/platform';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { countRows, type Counts } from '../backup/contents.js';
import { databasesOf } from './continuous-backup.js';
import type { ArchivedServer } from './archived-server.js';

/** Tables whose rows are compared too, and not only counted. */
const comparedTables = ['ledger.transaction', 'ledger.posting', 'ledger.balance', 'sealed.audit', 'sealed.audit_head'];
const attemptMs = 50;
const patienceMs = 120_000;

export interface DatabaseContents {
  readonly rows: Counts;
  readonly digests: Readonly<Record<string, string>>;
}

export type Contents = Readonly<Record<string, DatabaseContents>>;

/**
 * Reads all databases as they are at one position in the write-ahead log, while programs go on writing.
 *
 * A snapshot equals a position if no transaction is running then: one that has written its commit but still counts as
 * running would be in the copy and not in the snapshot.
 */
export async function readAtOnePosition(server: ArchivedServer): Promise<{ position: string; contents: Contents }> {
  const names = await databasesOf(server);
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const found = await inSnapshots(server, names, async (clients) => {
      const position = await quietPosition(server, clients);
      if (position === null) return null;
      const contents: Record<string, DatabaseContents> = {};
      for (const [i, client] of clients.entries()) contents[names[i]!] = await contentsOf(client);
      return { position, contents };
    });
    if (found) return found;
    await wait(attemptMs);
  }
  throw new ConfigError('For two minutes, a transaction was always running, so nothing could be compared: try again.');
}

export async function contentsOf(client: pg.Client): Promise<DatabaseContents> {
  const rows = await countRows(client);
  const digests: Record<string, string> = {};
  for (const table of comparedTables.filter((name) => name in rows)) {
    const { rows: sums } = await client.query<{ digest: string }>(
      `SELECT coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text AS digest FROM ${table} t`,
    );
    digests[table] = sums[0]!.digest;
  }
  return { rows, digests };
}

/** Opens one snapshot per database. */
async function inSnapshots<T>(
  server: ArchivedServer,
  names: readonly string[],
  work: (clients: pg.Client[]) => Promise<T>,
  clients: pg.Client[] = [],
): Promise<T> {
  const name = names[clients.length];
  if (name === undefined) return work(clients);
  return server.connect(async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return inSnapshots(server, names, work, [...clients, client]);
  }, name);
}

interface Snapshot {
  readonly isQuiet: boolean;
  readonly next: string;
}

/** @returns null unless all snapshots are the same, with no transaction running before and after */
async function quietPosition(server: ArchivedServer, clients: readonly pg.Client[]): Promise<string | null> {
  const snapshots: Snapshot[] = [];
  for (const client of clients) snapshots.push(await snapshotOf(client));
  return server.connect(async (client) => {
    const { rows } = await client.query<{ position: string }>('SELECT pg_current_wal_insert_lsn()::text AS position');
    snapshots.push(await snapshotOf(client));
    const isSame = snapshots.every(({ isQuiet, next }) => isQuiet && next === snapshots[0]!.next);
    return isSame ? rows[0]!.position : null;
  });
}

async function snapshotOf(client: pg.Client): Promise<Snapshot> {
  const { rows } = await client.query<Snapshot>(
    `SELECT pg_snapshot_xmin(s) = pg_snapshot_xmax(s) AS "isQuiet", pg_snapshot_xmax(s)::text AS next
     FROM pg_current_snapshot() s`,
  );
  return rows[0]!;
}
