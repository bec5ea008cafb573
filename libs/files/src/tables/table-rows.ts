import { CsvError, parse, type Options } from 'csv-parse';
import { Readable } from 'node:stream';
import { UnreadableFileError } from '../reading/unreadable-file.js';

/** Longer than any valid row. An unclosed quotation mark produces longer ones. */
const longestRow = 20_000;
const maxCells = 200;
const chunkSize = 64 * 1024;

export type TableFileProblem =
  | 'not-utf8'
  | 'quotation-marks'
  | 'row-too-long'
  | 'columns-missing'
  | 'too-many-rows'
  | 'empty'
  | 'too-heavy'
  | 'gave-up';

/** A row of the file; `n` is its row number in a spreadsheet, where the header is row 1. */
export interface TableFileRow {
  n: number;
  cells: readonly string[];
}

export interface TableFileOptions {
  mostRows: number;
  delimiters?: readonly string[];
  longestRow?: number;
}

/**
 * Parses comma-separated values row by row, header first, up to the limit.
 * Empty rows count toward the limit but are skipped. Use `tableFileRows` for uploads, which parses in a separate
 * process.
 * @throws UnreadableFileError with a `TableFileProblem`
 */
export async function* tableRows(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { mostRows, delimiters = [','], longestRow: longest = longestRow }: TableFileOptions,
): AsyncGenerator<TableFileRow> {
  const delimiter = source instanceof Uint8Array ? delimiterOf(source, delimiters) : delimiters[0]!;
  const options = { bom: true, relax_column_count: true, max_record_size: longest, delimiter, to: mostRows + 2 };
  let n = 0;
  try {
    for await (const cells of parseRecords(source, longest, options)) {
      // The parser's size limit doesn't count empty cells.
      if (cells.length > maxCells) throw new UnreadableFileError('row-too-long');
      n += 1;
      if (n > mostRows + 1) throw new UnreadableFileError('too-many-rows');
      if (n === 1 || cells.some((cell) => cell.trim() !== '')) yield { n, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFileError(error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quotation-marks');
  }
}

async function* parseRecords(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  longest: number,
  options: Options,
): AsyncGenerator<string[]> {
  const parser = parse(options);
  const text = Readable.from(
    limitLineLength(decodeText(source instanceof Uint8Array ? splitIntoChunks(source) : source), longest),
  );
  // `pipe` doesn't forward errors of the source.
  text.on('error', (error) => parser.destroy(error));
  yield* text.pipe(parser) as AsyncIterable<string[]>;
}

async function* decodeText(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decoded = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new UnreadableFileError('not-utf8');
    }
  };
  for await (const bytes of source) {
    const text = decoded(bytes);
    if (text.includes('\0')) throw new UnreadableFileError('not-utf8');
    if (text !== '') yield text;
  }
  decoded();
}

/**
 * Rejects lines longer than any valid row. The parser would build all their cells in memory.
 * @throws UnreadableFileError row-too-long
 */
async function* limitLineLength(source: AsyncIterable<string>, longest: number): AsyncGenerator<string> {
  const longestLine = 2 * longest + 3 * maxCells;
  let open = 0;
  for await (const text of source) {
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    open = end < 0 ? open + text.length : text.length - end - 1;
    if (open > longestLine) throw new UnreadableFileError('row-too-long');
    yield text;
  }
}

function* splitIntoChunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
}

function delimiterOf(bytes: Uint8Array, delimiters: readonly string[]): string {
  const start = Buffer.from(bytes.subarray(0, longestRow)).toString('utf8');
  const first = start.slice(0, start.search(/[\r\n]|$/));
  return [...delimiters].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
}
