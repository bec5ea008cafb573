import type { QueryResultRow } from 'pg';
import type { Bucket } from './bucket.js';
import { fileColumns } from './file-columns.js';

/** Whatever asks the database: the pool, a transaction, a client of a command. */
export interface Asks {
  query<T extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** A file that was put has so long to be named by a row. */
export const namedWithin = 3_600_000;

/** No row says that this object of the bucket is its file. */
const isNobodys = () =>
  fileColumns
    .all()
    .map(([, { table, bytes, sha256 }]) => {
      return `NOT EXISTS (SELECT FROM ${table} t WHERE t.${sha256} = b.sha256 AND t.${bytes} IS NULL)`;
    })
    .join(' AND ');

/**
 * Writes down, durably and before it is put, that an object is in the bucket: nothing lies there that nobody knows. Waits
 * for a sweep that is taking the same one away, and is seen by every later one.
 */
export async function register(db: Asks, sha256: Buffer, size: number, now: Date): Promise<void> {
  await db.query(
    `INSERT INTO platform.bucket_file AS b (sha256, size, put_at) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET put_at = greatest(b.put_at, excluded.put_at)`,
    [sha256, size, now],
  );
}

/** The digests of objects that no row named for an hour, the oldest first. */
export async function nobodys(db: Asks, now: Date, most: number): Promise<Buffer[]> {
  const rows = await db.query<{ sha256: Buffer }>(
    `SELECT b.sha256 FROM platform.bucket_file b WHERE b.put_at < $1 AND ${isNobodys()} ORDER BY b.put_at LIMIT $2`,
    [new Date(now.valueOf() - namedWithin), most],
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Takes one away where it is nobody's still, inside a transaction: its row is locked until the object is gone, so that
 * whoever puts the same file meanwhile puts it again afterwards. @throws BucketError
 */
export async function takeAway(tx: Asks, bucket: Bucket, sha256: Buffer, now: Date): Promise<boolean> {
  const gone = await tx.query(
    `DELETE FROM platform.bucket_file b WHERE b.sha256 = $1 AND b.put_at < $2 AND ${isNobodys()} RETURNING b.size`,
    [sha256, new Date(now.valueOf() - namedWithin)],
  );
  if (gone.length > 0) await bucket.remove(sha256);
  return gone.length > 0;
}
