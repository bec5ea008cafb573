import type { Database } from '@upstander/platform';
import { TextReader, ZipWriter } from '@zip.js/zip.js';
import { setImmediate as pause } from 'node:timers/promises';
import type { LocaleName } from '../../languages/locale.js';
import { tablesOfPeople, exportQuery } from '../person-rows.js';
import { tableOf, type Row } from './export-table.js';
import { exportWords } from './export-words.js';

interface ExportOptions {
  locale: LocaleName;
  site: string;
  timeZone: string;
  /** Called before the last bytes of the ZIP. */
  written?: () => Promise<void>;
}

/**
 * CSV files contain translated codes and local times, JSON files column names and UTC. Compression runs on zlib's
 * threads.
 */
export function exportOfPerson(
  db: Database,
  email: string,
  { locale, site, timeZone, written: onWritten }: ExportOptions,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, { useWebWorkers: false, useCompressionStream: true });
  const words = exportWords[locale];
  const write = async () => {
    await zip.add(words.readMe, new TextReader(words.explanations(site)));
    for (const [name, table, personSql] of tablesOfPeople()) {
      const sql = exportQuery(name, table, personSql);
      const rows = sql === null ? [] : await db.query<Row>(sql, [email]);
      if (rows.length === 0) continue;
      const file = fileNameOf(words.nouns[table.noun] ?? table.noun);
      await zip.add(`${file}.json`, new TextReader(JSON.stringify(rows, null, 2)));
      await zip.add(
        `${file}.csv`,
        new TextReader(await joinSlices(tableOf(rows, { words, timeZone, codes: table.codes }))),
      );
    }
    await onWritten?.();
    await zip.close();
  };
  write().catch((error: unknown) => writable.abort(error).catch(() => undefined));
  return readable;
}

/** Yields to the event loop between slices, because a person may have tens of thousands of rows. */
async function joinSlices(slices: Iterable<string>): Promise<string> {
  let text = '';
  for (const slice of slices) {
    text += slice;
    await pause();
  }
  return text;
}

/** Converts a noun to ASCII, because not every unzip program supports more. */
function fileNameOf(noun: string): string {
  return noun.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');
}
