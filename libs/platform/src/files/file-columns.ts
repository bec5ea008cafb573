import { Registry } from '../registry/registry.js';

/** A column that stores files: their bytes, or null if they are in the bucket, and their SHA-256. */
export interface FileColumn {
  /** Table name with schema. Its primary key is `id`, a UUID. */
  readonly table: string;
  readonly bytes: string;
  readonly sha256: string;
}

/** All columns that store files, each defined by the library that owns its table. Used to move and sweep files. */
export const fileColumns = new Registry<FileColumn>('column of files');
