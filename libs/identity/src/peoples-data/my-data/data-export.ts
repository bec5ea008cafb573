import { looksLikeFormula, type Database } from '@upstander/platform';
import { TextReader, ZipWriter } from '@zip.js/zip.js';
import type { LocaleName } from '../../accounts/locale.js';
import { reachable, takenAlong } from '../person-rows.js';
import { exportWords, type ExportWords } from './export-words.js';

type Row = Record<string, unknown>;

interface Taking {
  locale: LocaleName;
  /** What the organisation is called. */
  site: string;
  /** Where no row says another: that of the organisation. */
  timeZone: string;
}

/**
 * Everything that somebody takes along, as a ZIP that is written while it is read: one table after the other. Tables are for reading: in words, times
 * of their place; the files for programs have the names of columns, and times in UTC. The work of packing is the zlib's own threads'.
 */
export function exportOfPerson(
  db: Database,
  email: string,
  { locale, site, timeZone }: Taking,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, { useWebWorkers: false, useCompressionStream: true });
  const words = exportWords[locale];
  const write = async () => {
    await zip.add(words.readMe, new TextReader(words.explained(site)));
    for (const [name, table, whose] of reachable()) {
      const sql = takenAlong(name, table, whose);
      const rows = sql === null ? [] : await db.query<Row>(sql, [email]);
      if (rows.length === 0) continue;
      const file = fileNameOf(words.nouns[table.noun] ?? table.noun);
      await zip.add(`${file}.json`, new TextReader(JSON.stringify(rows, null, 2)));
      await zip.add(`${file}.csv`, new TextReader(csv(rows, words, timeZone)));
    }
    await zip.close();
  };
  write().catch((error: unknown) => writable.abort(error).catch(() => undefined));
  return readable;
}

/** In plain letters: not every program that opens a ZIP knows others. */
function fileNameOf(noun: string): string {
  return noun.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');
}

function csv(rows: readonly Row[], words: ExportWords, timeZone: string): string {
  const columns = Object.keys(rows[0]!).filter((column) => column !== zoneColumn);
  const hasTimes = rows.some((row) => columns.some((column) => row[column] instanceof Date));
  const heads = columns.map((column) => words.columns[column] ?? column);
  const lines = rows.map((row) => {
    const zone = typeof row[zoneColumn] === 'string' ? row[zoneColumn] : timeZone;
    return [...columns.map((column) => cell(row[column], words, zone)), ...(hasTimes ? [zone] : [])];
  });
  const all = [[...heads, ...(hasTimes ? [words.timeZone] : [])], ...lines];
  // The mark tells spreadsheets that it is UTF-8.
  return `\ufeff${all.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** In which zone the times of a row are said, where the row knows it. */
const zoneColumn = 'time_zone';

function cell(value: unknown, words: ExportWords, zone: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return wallTime(value, zone);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return safe(value.join('; '));
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? safe(value) : String(value as number | bigint);
}

/** As spreadsheets of any language read it: 2026-11-27 08:30. */
function wallTime(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

function safe(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
