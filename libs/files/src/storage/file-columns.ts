import { Registry } from '@upstander/platform';

/** A column of files: their bytes, or null if they are in the bucket, and their SHA-256. */
export interface FileColumn {
  /** Includes the schema. The primary key must be `id`, a UUID. */
  readonly table: string;
  readonly bytes: string;
  readonly sha256: string;
}

/** All columns of files, each defined by the library that owns its table. */
export const fileColumns = new Registry<FileColumn>('column of files');
