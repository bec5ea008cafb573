import { Registry } from '../registry/registry.js';

/** A column of files: their bytes, or null for those that lie in the bucket, and the SHA-256 by which they are called there. */
export interface FileColumn {
  /** With its schema; its key is `id`, a UUID. */
  readonly table: string;
  readonly bytes: string;
  readonly sha256: string;
}

/** Every column of files there is, each defined by the library whose table it is: what moves and sweeps them reads this. */
export const fileColumns = new Registry<FileColumn>('column of files');
