import { looksLikeFormula, tableFileRows, UnreadableFileError, removeFormulaEscape } from '@upstander/files';
import { SchoolLevel } from './directory-entry.entity.js';

/** Columns of the Common Core of Data that we read; see https://nces.ed.gov/ccd/files.asp. */
export const ccdColumns = ['LEAID', 'LEA_NAME', 'NCESSCH', 'SCH_NAME', 'LSTATE', 'LCITY', 'LZIP', 'LEVEL'] as const;
export type CcdColumn = (typeof ccdColumns)[number];

/** Columns of every file. A file of districts has no NCESSCH, SCH_NAME and LEVEL. */
const requiredColumns: readonly CcdColumn[] = ['LEAID', 'LEA_NAME', 'LSTATE', 'LCITY', 'LZIP'];
/** More than twice the number of schools in California. Larger files must be split by state. */
const maxRows = 25_000;

/** A valid row: a school with its district, or only a district. */
export interface CcdRow {
  leaId: string;
  leaName: string;
  ncesSchool: string | null;
  school: string | null;
  state: string;
  city: string;
  postcode: string;
  level: SchoolLevel | null;
}

/** A fault in a row. Never contains the cell's content. */
export interface RowFault {
  row: number;
  column: CcdColumn | null;
  problem: string;
}

class Problem extends Error {
  constructor(
    readonly problem: string,
    readonly column: CcdColumn,
  ) {
    super(problem);
  }
}

/**
 * Reads an NCES file row by row and yields each row or its fault. Skips empty rows.
 * @param read `tableRows` reads our own data without a worker thread
 * @throws UnreadableFileError if it is not such a file
 */
export async function* readCcd(
  bytes: Buffer,
  read: typeof tableFileRows = tableFileRows,
): AsyncGenerator<CcdRow | RowFault> {
  const seen = new Set<string>();
  let header: string[] | null = null;
  let hasRows = false;
  for await (const { n, cells } of read(bytes, { mostRows: maxRows })) {
    hasRows = header !== null;
    if (header) yield rowOf(n, header, cells, seen);
    else header = headerOf(cells);
  }
  if (!header) throw new UnreadableFileError('columns-missing', requiredColumns);
  if (!hasRows) throw new UnreadableFileError('empty');
}

function headerOf(record: readonly string[]): string[] {
  const header = record.map((cell) => cell.trim().toUpperCase());
  const missing = requiredColumns.filter((column) => !header.includes(column));
  // A file of schools has both columns; a file of districts has neither.
  if (header.includes('NCESSCH') !== header.includes('SCH_NAME')) {
    missing.push(header.includes('NCESSCH') ? 'SCH_NAME' : 'NCESSCH');
  }
  if (missing.length > 0) throw new UnreadableFileError('columns-missing', missing);
  return header;
}

function rowOf(n: number, header: readonly string[], record: readonly string[], seen: Set<string>): CcdRow | RowFault {
  const cell = (column: CcdColumn) => removeFormulaEscape((record[header.indexOf(column)] ?? '').trim());
  try {
    const row = checkRow(cell, header.includes('NCESSCH'));
    const id = row.ncesSchool ?? row.leaId;
    if (seen.has(id)) throw new Problem('repeated-in-this-file', row.ncesSchool ? 'NCESSCH' : 'LEAID');
    seen.add(id);
    return row;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { row: n, column: error.column, problem: error.problem };
  }
}

function checkRow(cell: (column: CcdColumn) => string, isOfSchools: boolean): CcdRow {
  const leaId = paddedNumber(cell, 'LEAID', 7);
  const ncesSchool = isOfSchools ? paddedNumber(cell, 'NCESSCH', 12) : null;
  // NCES school IDs start with the district ID.
  if (ncesSchool && !ncesSchool.startsWith(leaId)) throw new Problem('of-another-district', 'NCESSCH');
  const state = cell('LSTATE').toUpperCase();
  if (!/^[A-Z]{2}$/.test(state)) throw new Problem(state === '' ? 'missing' : 'not-a-state', 'LSTATE');
  const postcode = cell('LZIP');
  if (!/^\d{5}(-\d{4})?$/.test(postcode)) throw new Problem(postcode === '' ? 'missing' : 'not-a-postcode', 'LZIP');
  return {
    leaId,
    leaName: line(cell, 'LEA_NAME', 200),
    ncesSchool,
    school: isOfSchools ? line(cell, 'SCH_NAME', 200) : null,
    state,
    city: line(cell, 'LCITY', 100),
    postcode,
    level: isOfSchools ? (levels[cell('LEVEL').toLowerCase()] ?? 'other') : null,
  };
}

/** Restores leading zeros, which spreadsheets drop. All California IDs start with zero. */
function paddedNumber(cell: (column: CcdColumn) => string, column: CcdColumn, digits: number): string {
  const text = cell(column);
  if (text === '') throw new Problem('missing', column);
  if (!/^\d+$/.test(text) || text.length > digits || text.length < digits - 1)
    throw new Problem('not-a-number', column);
  return text.padStart(digits, '0');
}

/** Returns a line of text. Rejects text that a spreadsheet could take for a formula. */
function line(cell: (column: CcdColumn) => string, column: CcdColumn, maxLength: number): string {
  const text = cell(column).normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') throw new Problem('missing', column);
  if (text.length > maxLength) throw new Problem('too-long', column);
  if (/[\p{Cc}\p{Cs}]/u.test(text)) throw new Problem('not-text', column);
  if (looksLikeFormula(text)) throw new Problem('looks-like-a-formula', column);
  return text;
}

const levels: Readonly<Record<string, SchoolLevel>> = {
  elementary: 'elementary',
  prekindergarten: 'elementary',
  middle: 'middle',
  high: 'high',
  secondary: 'secondary',
};
