import { tableFileRows, UnreadableFileError, removeFormulaEscape } from '@upstander/files';

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

const requiredColumns: readonly Column[] = ['external_ref', 'campaign', 'name', 'method', 'amount', 'received_on'];
const maxRows = 50_000;

/** A row of the file. `n` is its number in a spreadsheet, where the header is row 1. */
export interface CsvRow {
  n: number;
  cells: Readonly<Record<Column, string>>;
}

/** Reads a gift file row by row. Detects commas, semicolons or tabs from the header. @throws UnreadableFileError */
export async function* readCsv(bytes: Buffer): AsyncGenerator<CsvRow> {
  let header: string[] | null = null;
  for await (const { n, cells } of tableFileRows(bytes, { mostRows: maxRows, delimiters: [',', ';', '\t'] })) {
    if (header) yield { n, cells: cellsOf(header, cells) };
    else header = headerOf(cells);
  }
  if (!header) headerOf([]);
}

function headerOf(record: readonly string[]): string[] {
  // Accepts "External ref" for external_ref.
  const header = record.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const missing = requiredColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new UnreadableFileError('columns-missing', missing);
  return header;
}

/** Removes the apostrophe that our own exports put before text that looks like a formula. */
function cellsOf(header: readonly string[], record: readonly string[]): CsvRow['cells'] {
  const cell = (column: Column) => removeFormulaEscape((record[header.indexOf(column)] ?? '').trim());
  return Object.fromEntries(columns.map((column) => [column, cell(column)])) as CsvRow['cells'];
}
