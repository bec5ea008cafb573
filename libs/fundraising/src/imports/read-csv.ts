import { Refusal } from '@upstander/platform';
import { parse } from 'csv-parse/sync';
import { isUtf8 } from 'node:buffer';

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
const mostRows = 50_000;

/** One row as it stands in the file; `n` is its number in a spreadsheet, where the header is row 1. */
export interface CsvRow {
  n: number;
  cells: Readonly<Record<Column, string>>;
}

/**
 * Reads a file with a header. Commas, semicolons and tabs divide; the header decides which.
 * @throws Refusal NOT_A_CSV, CSV_COLUMNS_MISSING, CSV_TOO_LONG.
 */
export function readCsv(bytes: Buffer): CsvRow[] {
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes) || text.includes('\0')) throw notACsv('The file is not text in UTF-8.');
  const records = recordsOf(text);
  const header = (records[0] ?? []).map(columnName);
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new Refusal('CSV_COLUMNS_MISSING', `These columns are missing: ${missing.join(', ')}.`, { missing });
  }
  if (records.length - 1 > mostRows) {
    throw new Refusal('CSV_TOO_LONG', 'The file has more than 50,000 rows. Please divide it.', { most: mostRows });
  }
  return records.flatMap((record, i) => {
    if (i === 0 || record.every((cell) => cell.trim() === '')) return [];
    const cells = Object.fromEntries(columns.map((column) => [column, bare(record[header.indexOf(column)])]));
    return [{ n: i + 1, cells: cells as Record<Column, string> }];
  });
}

function recordsOf(text: string): string[][] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch {
    throw notACsv('The file cannot be read: quotation marks do not match.');
  }
}

/** Spreadsheets and people write "External ref" for external_ref. */
function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** A cell without the apostrophe that our own exports put before what a spreadsheet would take for a formula. */
function bare(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/^'(?=[=+\-@])/, '');
}

function notACsv(message: string): Refusal {
  return new Refusal('NOT_A_CSV', message);
}
