import { parse } from 'csv-parse/sync';
import { isUtf8 } from 'node:buffer';
import { withoutGuard } from '@upstander/platform';
import { servicesFrom, hsdsTables, type Cells } from './hsds-tables.js';
import { filesOf, NotAZip } from './zip.js';

export const mostServices = 50_000;
/** Of all tables, unpacked. */
const mostBytes = 200 * 1024 * 1024;

/** Why a whole file is refused. */
export type FileProblem =
  'not-a-file-of-services' | 'not-utf8' | 'quotation-marks' | 'no-services' | 'too-many-services';

export class FileRefusal extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}

/**
 * The services of a file: a ZIP of HSDS tables, or JSON of whole services, alone, in a list, or as a page of an API
 * (`contents`). What each is, nobody has looked at yet.
 * @throws FileRefusal for what is no such file.
 */
export function servicesIn(bytes: Buffer): unknown[] {
  const services = bytes.subarray(0, 2).toString('latin1') === 'PK' ? fromZip(bytes) : fromJson(bytes);
  if (services.length === 0) throw new FileRefusal('no-services');
  if (services.length > mostServices) throw new FileRefusal('too-many-services');
  return services;
}

function fromJson(bytes: Buffer): unknown[] {
  if (!isUtf8(bytes)) throw new FileRefusal('not-utf8');
  let read: unknown;
  try {
    read = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new FileRefusal('not-a-file-of-services');
  }
  if (Array.isArray(read)) return read;
  if (typeof read !== 'object' || read === null) throw new FileRefusal('not-a-file-of-services');
  const { contents, services } = read as { contents?: unknown; services?: unknown };
  if (Array.isArray(contents)) return contents;
  return Array.isArray(services) ? services : [read];
}

function fromZip(bytes: Buffer): unknown[] {
  const names = new Map(Object.keys(hsdsTables).map((table) => [`${table}.csv`, table]));
  let files: Map<string, Buffer>;
  try {
    files = filesOf(bytes, (name) => names.has(name), mostBytes);
  } catch (error) {
    if (!(error instanceof NotAZip)) throw error;
    throw new FileRefusal('not-a-file-of-services');
  }
  if (!files.has('services.csv')) throw new FileRefusal('not-a-file-of-services');
  return servicesFrom(new Map([...files].map(([name, content]) => [names.get(name)!, rowsOf(content)])));
}

function rowsOf(content: Buffer): Cells[] {
  if (!isUtf8(content) || content.includes(0)) throw new FileRefusal('not-utf8');
  let records: string[][];
  try {
    records = parse(content, { bom: true, relax_column_count: true, max_record_size: 200_000 });
  } catch {
    throw new FileRefusal('quotation-marks');
  }
  const [header = [], ...rows] = records;
  // Null: `__proto__` is a column like any other.
  return rows.map((row) =>
    Object.assign(
      Object.create(null) as Cells,
      Object.fromEntries(header.map((name, i) => [name.trim(), withoutGuard(row[i] ?? '')])),
    ),
  );
}
