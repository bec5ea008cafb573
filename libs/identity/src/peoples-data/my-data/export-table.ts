import { csvTimeOf, looksLikeFormula } from '@upstander/files';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { ExportWords } from './export-words.js';

export type Row = Record<string, unknown>;

interface ExportFormat {
  words: ExportWords;
  /** Used for rows without their own time zone. */
  timeZone: string;
  /** Code sets by column name. */
  codes?: Readonly<Record<string, string>>;
}

/** The event loop serves other requests between slices. */
const slice = 200;

/** Translated codes and local times. Needs at least one row. */
export function* tableOf(rows: readonly Row[], { words, timeZone, codes = {} }: ExportFormat): Generator<string> {
  const columns = Object.keys(rows[0]!).filter((column) => column !== zoneColumn);
  const hasTimes = rows.some((row) => columns.some((column) => row[column] instanceof Date));
  const heads = [...columns.map((column) => words.columns[column] ?? column), ...(hasTimes ? [words.timeZone] : [])];
  const lineOf = (row: Row) => {
    const zone = typeof row[zoneColumn] === 'string' ? row[zoneColumn] : timeZone;
    const cells = columns.map((column) => {
      const value = row[column];
      if (value instanceof Date) return csvTimeOf(value, zone);
      return cell(codes[column] === undefined ? value : translateValue(value, codes[column], words), words);
    });
    return [...cells, ...(hasTimes ? [zone] : [])];
  };
  const formatLines = (lines: readonly string[][]) =>
    lines.map((line) => `${line.map(quoteCell).join(',')}\r\n`).join('');
  // Byte order mark, so spreadsheets detect UTF-8.
  yield `\ufeff${formatLines([heads])}`;
  for (let from = 0; from < rows.length; from += slice) yield formatLines(rows.slice(from, from + slice).map(lineOf));
}

const zoneColumn = 'time_zone';

function translateValue(value: unknown, set: string, words: ExportWords): unknown {
  if (Array.isArray(value)) return value.map((one) => translateValue(one, set, words));
  return typeof value === 'string' ? words.translateCode(set, value) : value;
}

function cell(value: unknown, words: ExportWords): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'object' || typeof value === 'string'
    ? escapeFormula(toText(value, words))
    : String(value as number | bigint);
}

/** Formats nested values as text, with translated labels. */
function toText(value: unknown, words: ExportWords): string {
  if (Array.isArray(value)) return value.map((one) => toText(one, words)).join('; ');
  if (value === null || typeof value !== 'object') return typeof value === 'string' ? value : cell(value, words);
  // Exports only the text of a stored document.
  if ('facts' in value)
    return toText([...lines(value.facts), ...lines('statements' in value ? value.statements : [])], words);
  if ('weekday' in value) return partOfWeek(value as Part, words);
  if ('amountMinor' in value && 'currency' in value) return money(String(value.amountMinor), String(value.currency));
  return Object.entries(value)
    .filter(([, one]) => one !== null && one !== '')
    .map(([name, one]) => `${words.columns[toSnakeCase(name)] ?? name}: ${toText(one, words)}`)
    .join('; ');
}

function lines(value: unknown): unknown[] {
  return (value as unknown[]).map((line) => (Array.isArray(line) ? line.join(': ') : line));
}

/** 25.00 USD, like the amount columns. */
function money(minor: string, currency: string): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const padded = minor.padStart(digits + 1, '0');
  return `${digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`} ${currency}`;
}

interface Part {
  weekday: number;
  from: string;
  until: string;
}

/** January 1, 2024 was a Monday, weekday 1. */
function partOfWeek({ weekday, from, until }: Part, { locale }: ExportWords): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
  return `${day} ${from}–${until}`;
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Prefixes possible formulas with an apostrophe, as OWASP recommends.
 * E.164 phone numbers get spaces instead, which keeps spreadsheets from converting them to numbers. Anything else
 * starting with `+` is escaped; `+1-1` is a sum.
 */
function escapeFormula(text: string): string {
  const number = /^\+[1-9]\d{6,14}$/.test(text) ? parsePhoneNumberFromString(text) : undefined;
  if (number) return number.formatInternational().replace(/[^+\d]+/g, ' ');
  return looksLikeFormula(text) ? `'${text}` : text;
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
