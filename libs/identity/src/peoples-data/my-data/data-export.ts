import { looksLikeFormula, type Database } from '@upstander/platform';
import { TextReader, ZipWriter } from '@zip.js/zip.js';
import type { LocaleName } from '../../accounts/locale.js';
import { reachable, takenAlong } from '../person-rows.js';

type Row = Record<string, unknown>;

const readMe: Readonly<Record<LocaleName, (site: string) => string>> = {
  en: (
    site,
  ) => `This is what ${site} keeps about you: for each kind of thing one table (.csv, for a spreadsheet) and one file for
programs (.json). Times are in UTC. Left out are things that open your account, things of other people, and notes
that name somebody else. What you told an advocate in confidence is never in here: only your code opens it.
`,
  es: (
    site,
  ) => `Esto es lo que ${site} guarda sobre ti: de cada tipo hay una tabla (.csv, para una hoja de cálculo) y un archivo para
programas (.json). Las horas están en UTC. No incluye lo que abre tu cuenta, lo que es de otras personas ni las notas
que nombran a alguien más. Lo que contaste en confianza nunca está aquí: solo tu código lo abre.
`,
};

/**
 * Everything that somebody takes along, as a ZIP that is written while it is read: one table after the other. The work of
 * packing is the zlib's own threads'.
 */
export function exportOfPerson(
  db: Database,
  email: string,
  { locale, site }: { locale: LocaleName; site: string },
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, { useWebWorkers: false, useCompressionStream: true });
  const write = async () => {
    await zip.add(locale === 'es' ? 'leeme.txt' : 'readme.txt', new TextReader(readMe[locale](site)));
    for (const [name, table, whose] of reachable()) {
      const sql = takenAlong(name, table, whose);
      const rows = sql === null ? [] : await db.query<Row>(sql, [email]);
      if (rows.length === 0) continue;
      const file = table.noun.toLowerCase().replaceAll(' ', '-');
      await zip.add(`${file}.json`, new TextReader(JSON.stringify(rows, null, 2)));
      await zip.add(`${file}.csv`, new TextReader(csv(rows)));
    }
    await zip.close();
  };
  write().catch((error: unknown) => writable.abort(error).catch(() => undefined));
  return readable;
}

function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0]!);
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  // The mark tells spreadsheets that it is UTF-8.
  return `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean | bigint);
  return looksLikeFormula(text) && typeof value === 'string' ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
