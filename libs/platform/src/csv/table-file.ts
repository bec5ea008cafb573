import { CsvError, parse } from 'csv-parse';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/** No row that we take is nearly as long; a quotation mark that is never closed makes one that is. */
const longestRow = 20_000;
const mostCells = 200;
/** So much is parsed before others have their turn. */
const bite = 64 * 1024;

/** Why a whole file is refused. */
export type TableFileProblem =
  'not-utf8' | 'quotation-marks' | 'row-too-long' | 'columns-missing' | 'too-many-rows' | 'empty';

export class TableFileRefusal extends Error {
  constructor(
    readonly problem: TableFileProblem,
    readonly missing: readonly string[] = [],
  ) {
    super(problem);
  }
}

/** A row as it stands in the file; `n` is its number in a spreadsheet, where the header is row 1. */
export interface TableFileRow {
  n: number;
  cells: readonly string[];
}

/**
 * Reads a file of comma-separated values row by row, the header first, and stops at the first row past the limit: what follows is
 * never looked at. Empty rows count towards the limit, and are left out. `delimiters`: what may divide; the header decides.
 * @throws TableFileRefusal for what is no such file.
 */
export async function* tableFileRows(
  bytes: Buffer,
  { mostRows, delimiters = [','] }: { mostRows: number; delimiters?: readonly string[] },
): AsyncGenerator<TableFileRow> {
  if (!isUtf8(bytes) || bytes.includes(0)) throw new TableFileRefusal('not-utf8');
  let n = 0;
  for await (const cells of recordsOf(bytes, mostRows, delimiterOf(bytes, delimiters))) {
    n += 1;
    if (n > mostRows + 1) throw new TableFileRefusal('too-many-rows');
    if (n === 1 || cells.some((cell) => cell.trim() !== '')) yield { n, cells };
  }
}

async function* recordsOf(bytes: Buffer, mostRows: number, delimiter: string): AsyncGenerator<string[]> {
  const parser = Readable.from(bites(bytes)).pipe(
    parse({ bom: true, delimiter, relax_column_count: true, max_record_size: longestRow, to: mostRows + 2 }),
  );
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      // Empty cells have no size: they are counted.
      if (record.length > mostCells) throw new TableFileRefusal('row-too-long');
      yield record;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableFileRefusal(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quotation-marks');
  }
}

/** A stream that has all its bytes never goes back to the event loop of itself. */
async function* bites(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += bite) {
    yield bytes.subarray(at, at + bite);
    await setImmediate();
  }
}

/** The one that divides the first line most often. */
function delimiterOf(bytes: Buffer, delimiters: readonly string[]): string {
  const start = bytes.subarray(0, longestRow).toString('utf8');
  const first = start.slice(0, start.search(/[\r\n]|$/));
  return [...delimiters].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
}
