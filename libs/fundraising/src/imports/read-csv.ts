import { withoutGuard } from '@upstander/platform';
import { CsvError, parse } from 'csv-parse';
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

export const columns = [
  'external_ref',
  'campaign',
  'name',
  'email',
  'method',
  'amount',
  'currency',
  'received_on',
  'anonymous',
  'locale',
  'in_kind_description',
  'goods_description',
  'goods_value',
] as const;
export type Column = (typeof columns)[number];

const needed: readonly Column[] = ['external_ref', 'campaign', 'name', 'method', 'amount', 'received_on'];
export const mostRows = 50_000;
/** No row that we take is nearly as long; a quotation mark that is never closed makes one that is. */
const longestRow = 20_000;
const mostCells = 200;
/** So much is parsed before others have their turn. */
const bite = 64 * 1024;

/** Why a whole file is refused. */
export type FileProblem =
  'not-utf8' | 'quotation-marks' | 'row-too-long' | 'columns-missing' | 'too-many-rows' | 'empty';

export class FileRefusal extends Error {
  constructor(
    readonly problem: FileProblem,
    readonly missing: readonly string[] = [],
  ) {
    super(problem);
  }
}

/** One row as it stands in the file; `n` is its number in a spreadsheet, where the header is row 1. */
export interface CsvRow {
  n: number;
  cells: Readonly<Record<Column, string>>;
}

/**
 * Reads a file with a header, row by row, and stops at the first row past the limit: what follows is never looked at.
 * Empty rows count towards the limit, and are left out. Commas, semicolons and tabs divide; the header decides which.
 * @throws FileRefusal for what is no such file.
 */
export async function* readCsv(bytes: Buffer): AsyncGenerator<CsvRow> {
  if (!isUtf8(bytes) || bytes.includes(0)) throw new FileRefusal('not-utf8');
  let n = 0;
  let header: string[] = [];
  for await (const record of recordsOf(bytes)) {
    n += 1;
    if (n === 1) header = headerOf(record);
    else if (n > mostRows + 1) throw new FileRefusal('too-many-rows');
    else if (record.some((cell) => cell.trim() !== '')) yield { n, cells: cellsOf(header, record) };
  }
  if (n === 0) headerOf([]);
}

async function* recordsOf(bytes: Buffer): AsyncGenerator<string[]> {
  const parser = Readable.from(bites(bytes)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(bytes),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: longestRow,
      to: mostRows + 2,
    }),
  );
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      // Empty cells have no size: they are counted.
      if (record.length > mostCells) throw new FileRefusal('row-too-long');
      yield record;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefusal(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quotation-marks');
  }
}

/** A stream that has all its bytes never goes back to the event loop of itself. */
async function* bites(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += bite) {
    yield bytes.subarray(at, at + bite);
    await setImmediate();
  }
}

function delimiterOf(bytes: Buffer): string {
  const start = bytes.subarray(0, longestRow).toString('utf8');
  const first = start.slice(0, start.search(/[\r\n]|$/));
  return [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
}

function headerOf(record: readonly string[]): string[] {
  // Spreadsheets and people write "External ref" for external_ref.
  const header = record.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new FileRefusal('columns-missing', missing);
  return header;
}

/** Cells without the apostrophe that our own exports put before what a spreadsheet would take for a formula. */
function cellsOf(header: readonly string[], record: readonly string[]): CsvRow['cells'] {
  const cell = (column: Column) => withoutGuard((record[header.indexOf(column)] ?? '').trim());
  return Object.fromEntries(columns.map((column) => [column, cell(column)])) as CsvRow['cells'];
}
