import type { QueryResultRow } from 'pg';
import type { Bucket } from './bucket.js';
import { fileColumns } from './file-columns.js';

export interface Queryable {
  query<T extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** Time until an uploaded file must be referenced by a row, in milliseconds. */
export const referenceDeadline = 3_600_000;

/** Returns a condition that no row references this object. */
const unreferencedCondition = () =>
  fileColumns
    .all()
    .map(([, { table, bytes, sha256 }]) => {
      return `NOT EXISTS (SELECT FROM ${table} t WHERE t.${sha256} = b.sha256 AND t.${bytes} IS NULL)`;
    })
    .join(' AND ');

/**
 * Records an object before its upload, so that no object is untracked.
 * Waits for a sweep that is deleting the same object.
 */
export async function recordObject(db: Queryable, sha256: Buffer, size: number, now: Date): Promise<void> {
  await db.query(
    `INSERT INTO platform.bucket_file AS b (sha256, size, put_at) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET put_at = greatest(b.put_at, excluded.put_at)`,
    [sha256, size, now],
  );
}

/** Returns the digests of objects without a row for an hour, oldest first. */
export async function findUnreferencedObjects(db: Queryable, now: Date, limit: number): Promise<Buffer[]> {
  const rows = await db.query<{ sha256: Buffer }>(
    `SELECT b.sha256 FROM platform.bucket_file b WHERE b.put_at < $1 AND ${unreferencedCondition()} ORDER BY b.put_at LIMIT $2`,
    [new Date(now.valueOf() - referenceDeadline), limit],
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Deletes an object within a transaction if no row references it.
 * The lock on its record lasts until the object is deleted, so a concurrent upload of the same file happens
 * afterward.
 * @throws BucketError
 */
export async function deleteUnreferencedObject(
  tx: Queryable,
  bucket: Bucket,
  sha256: Buffer,
  now: Date,
): Promise<boolean> {
  const deleted = await tx.query(
    `DELETE FROM platform.bucket_file b WHERE b.sha256 = $1 AND b.put_at < $2 AND ${unreferencedCondition()} RETURNING b.size`,
    [sha256, new Date(now.valueOf() - referenceDeadline)],
  );
  if (deleted.length > 0) await bucket.remove(sha256);
  return deleted.length > 0;
}
