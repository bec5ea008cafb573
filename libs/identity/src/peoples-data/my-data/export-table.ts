import { csvTimeOf, looksLikeFormula } from '@upstander/platform';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { ExportWords } from './export-words.js';

export type Row = Record<string, unknown>;

interface Reading {
  words: ExportWords;
  /** Where no row says another: that of the organisation. */
  timeZone: string;
  /** Whose codes are said in which words, by the names of columns. */
  codes?: Readonly<Record<string, string>>;
}

/** So many rows are written before others are served. */
const slice = 200;

/** Rows as somebody reads them in a spreadsheet: in words, with the times of their place; slice by slice. At least one row. */
export function* tableOf(rows: readonly Row[], { words, timeZone, codes = {} }: Reading): Generator<string> {
  const columns = Object.keys(rows[0]!).filter((column) => column !== zoneColumn);
  const hasTimes = rows.some((row) => columns.some((column) => row[column] instanceof Date));
  const heads = [...columns.map((column) => words.columns[column] ?? column), ...(hasTimes ? [words.timeZone] : [])];
  const lineOf = (row: Row) => {
    const zone = typeof row[zoneColumn] === 'string' ? row[zoneColumn] : timeZone;
    const cells = columns.map((column) => {
      const value = row[column];
      if (value instanceof Date) return csvTimeOf(value, zone);
      return cell(codes[column] === undefined ? value : inWords(value, codes[column], words), words);
    });
    return [...cells, ...(hasTimes ? [zone] : [])];
  };
  const written = (lines: readonly string[][]) => lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
  // The mark tells spreadsheets that it is UTF-8.
  yield `\ufeff${written([heads])}`;
  for (let from = 0; from < rows.length; from += slice) yield written(rows.slice(from, from + slice).map(lineOf));
}

/** In which zone the times of a row are said, where the row knows it. */
const zoneColumn = 'time_zone';

function inWords(value: unknown, set: string, words: ExportWords): unknown {
  if (Array.isArray(value)) return value.map((one) => inWords(one, set, words));
  return typeof value === 'string' ? words.ofCode(set, value) : value;
}

function cell(value: unknown, words: ExportWords): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'object' || typeof value === 'string'
    ? safe(said(value, words))
    : String(value as number | bigint);
}

/** What a column holds of several things, one after the other; what they are called stands before them where people have a word for it. */
function said(value: unknown, words: ExportWords): string {
  if (Array.isArray(value)) return value.map((one) => said(one, words)).join('; ');
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? value : cell(value, words);
  // A document says in lines what it is about; how it looks is nothing of the person.
  if ('facts' in value)
    return said([...lines(value.facts), ...lines('statements' in value ? value.statements : [])], words);
  if ('weekday' in value) return partOfWeek(value as Part, words);
  if ('amountMinor' in value && 'currency' in value) return money(String(value.amountMinor), String(value.currency));
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== '')
    .map(([name, one]) => `${words.columns[snakeCased(name)] ?? name}: ${said(one, words)}`)
    .join('; ');
}

/** Pairs of a heading and what it says, and whole sentences. */
function lines(of: unknown): unknown[] {
  return (of as unknown[]).map((line) => (Array.isArray(line) ? line.join(': ') : line));
}

/** As the columns of amounts: 25.00 USD. */
function money(minor: string, currency: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const whole = minor.padStart(digits + 1, '0');
  return `${digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`} ${currency}`;
}

interface Part {
  weekday: number;
  from: string;
  until: string;
}

/** Monday is 1, as 1 January 2024 was. */
function partOfWeek({ weekday, from, until }: Part, { locale }: ExportWords): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
  return `${day} ${from}–${until}`;
}

function snakeCased(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * What might be a formula gets an apostrophe, as OWASP says. A telephone number as we keep it (E.164) is none: it is written with the
 * blanks that people read it by, which also keeps spreadsheets from making a number of it. Nothing else that begins with `+` passes:
 * `+1-1` is a sum.
 */
function safe(text: string): string {
  const number = /^\+[1-9]\d{6,14}$/.test(text) ? parsePhoneNumberFromString(text) : undefined;
  if (number) return number.formatInternational().replace(/[^+\d]+/g, ' ');
  return looksLikeFormula(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
