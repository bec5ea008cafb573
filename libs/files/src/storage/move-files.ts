import { createHash } from 'node:crypto';
import { Bucket, BucketError } from './bucket.js';
import { recordObject, type Queryable } from './bucket-files.js';
import { fileColumns, type FileColumn } from './file-columns.js';

/** Totals, and the files left in place, by column and ID. */
export interface MoveResult {
  files: number;
  bytes: number;
  readonly wrong: Array<{ column: string; id: string; why: 'damaged' | 'no-object' }>;
}

const batchSize = 500;

type Step = (db: Queryable, bucket: Bucket, column: FileColumn, id: string, now: () => Date) => Promise<number>;

/**
 * Moves every file to the bucket or back into its row, one at a time.
 * It can be interrupted and repeated. A file that doesn't match its digest stays in place.
 * @throws BucketError if the bucket is unavailable or rejects the credentials
 */
export async function moveFiles(
  db: Queryable,
  bucket: Bucket,
  to: 'database' | 's3',
  now: () => Date,
): Promise<MoveResult> {
  return to === 's3'
    ? forEachFile(db, bucket, inRowCondition, toBucket, now)
    : forEachFile(db, bucket, inBucketCondition, toDatabase, now);
}

/** Compares every file in the bucket with its digest. @throws BucketError */
export async function checkFiles(db: Queryable, bucket: Bucket, now: () => Date): Promise<MoveResult> {
  return forEachFile(
    db,
    bucket,
    inBucketCondition,
    async (_, from, column, id) => (await downloadOfRow(db, from, column, id)).length,
    now,
  );
}

/**
 * Records unknown objects, for example after a restore, so that the sweep can delete them.
 * @throws BucketError
 */
export async function recordUnknownObjects(db: Queryable, bucket: Bucket, now: () => Date): Promise<number> {
  let found = 0;
  for await (const sha256 of bucket.list()) {
    const added = await db.query(
      `INSERT INTO platform.bucket_file (sha256, size, put_at) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING RETURNING size`,
      [sha256, now()],
    );
    found += added.length;
  }
  return found;
}

type ColumnCondition = (column: FileColumn) => string;
const inRowCondition: ColumnCondition = ({ bytes }) => `t.${bytes} IS NOT NULL`;
const inBucketCondition: ColumnCondition = ({ bytes, sha256 }) => `t.${bytes} IS NULL AND t.${sha256} IS NOT NULL`;

async function forEachFile(
  db: Queryable,
  bucket: Bucket,
  where: ColumnCondition,
  step: Step,
  now: () => Date,
): Promise<MoveResult> {
  const moved: MoveResult = { files: 0, bytes: 0, wrong: [] };
  for (const [name, column] of fileColumns.all()) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await db.query<{ id: string }>(
        `SELECT t.id FROM ${column.table} t WHERE t.id > $1 AND ${where(column)} ORDER BY t.id LIMIT ${batchSize}`,
        [after],
      );
      for (const { id } of rows) {
        try {
          moved.bytes += await step(db, bucket, column, id, now);
          moved.files += 1;
        } catch (error) {
          if (!(error instanceof BucketError) || (error.fault !== 'damaged' && error.fault !== 'no-object'))
            throw error;
          moved.wrong.push({ column: name, id, why: error.fault });
        }
      }
      if (rows.length < batchSize) break;
      after = rows.at(-1)!.id;
    }
  }
  return moved;
}

/** Uploads the file, reads it back, and clears the row's bytes if they haven't changed. */
const toBucket: Step = async (db, bucket, { table, bytes, sha256 }, id, now) => {
  const [row] = await db.query<{ bytes: Buffer | null; sha256: Buffer | null }>(
    `SELECT t.${bytes} AS bytes, t.${sha256} AS sha256 FROM ${table} t WHERE t.id = $1`,
    [id],
  );
  if (!row?.bytes) return 0;
  // Release 0.2.0 stored small photos and documents without a digest.
  const digest = digestOf(row.bytes);
  if (row.sha256 && !digest.equals(row.sha256)) throw new BucketError('damaged', 'digest');
  await recordObject(db, digest, row.bytes.length, now());
  await bucket.put(digest, row.bytes);
  await download(bucket, digest);
  await db.query(`UPDATE ${table} t SET ${bytes} = NULL, ${sha256} = $2 WHERE t.id = $1 AND sha256(t.${bytes}) = $2`, [
    id,
    digest,
  ]);
  return row.bytes.length;
};

/** Leaves the object for the sweep, because another row may reference it. */
const toDatabase: Step = async (db, bucket, column, id) => {
  const { table, bytes, sha256 } = column;
  const found = await downloadOfRow(db, bucket, column, id);
  await db.query(`UPDATE ${table} t SET ${bytes} = $2 WHERE t.id = $1 AND t.${bytes} IS NULL AND t.${sha256} = $3`, [
    id,
    found,
    digestOf(found),
  ]);
  return found.length;
};

async function downloadOfRow(
  db: Queryable,
  bucket: Bucket,
  { table, bytes, sha256 }: FileColumn,
  id: string,
): Promise<Buffer> {
  const [row] = await db.query<{ sha256: Buffer }>(
    `SELECT t.${sha256} AS sha256 FROM ${table} t WHERE t.id = $1 AND t.${bytes} IS NULL`,
    [id],
  );
  return row ? download(bucket, row.sha256) : Buffer.alloc(0);
}

async function download(bucket: Bucket, sha256: Buffer): Promise<Buffer> {
  const { body } = await bucket.get(sha256);
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
