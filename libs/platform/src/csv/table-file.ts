import { ReadingThread } from '../reading/reading-thread.js';
import type { TableFileOptions, TableFileRow } from './table-rows.js';

export interface TableFileTask {
  bytes: Uint8Array;
  options: TableFileOptions;
}

const thread = new ReadingThread<TableFileTask, TableFileRow>('table-file', import.meta.url);

/** Reads an uploaded table as `tableRows` does, in a thread with its own memory limit. @throws UnreadableFile */
export function tableFileRows(bytes: Buffer, options: TableFileOptions): AsyncGenerator<TableFileRow> {
  return thread.read({ bytes, options });
}
