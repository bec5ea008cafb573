import { ReadingProcess } from '../reading/reading-process.js';
import type { TableFileOptions, TableFileRow } from './table-rows.js';

export interface TableFileTask {
  bytes: Uint8Array;
  options: TableFileOptions;
}

const reader = new ReadingProcess<TableFileTask, TableFileRow>('table-file', import.meta.url);

/** Reads an uploaded table like `tableRows`, in a process with its own memory limit. @throws UnreadableFileError */
export function tableFileRows(bytes: Buffer, options: TableFileOptions): AsyncGenerator<TableFileRow> {
  return reader.read({ bytes, options });
}
