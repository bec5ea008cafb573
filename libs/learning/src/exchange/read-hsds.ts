import { tableRows, UnreadableFileError, removeFormulaEscape } from '@upstander/files/reading';
import { HsdsRows, tableOf, type HsdsTable } from './hsds-tables.js';
import { text, toJsonObject, readServices, type ServiceText } from './hsds-words.js';
import { arrayElements, outlineOf, parseSpan, type JsonOutline } from './json-outline.js';
import { zipEntries } from './zip-entries.js';

/** Content of a file in order: services, and names of files that were not read. */
export type HsdsPart = { words: ServiceText } | { unreadFile: string };

const maxServices = 50_000;
/** Maximum unpacked size of all tables in a ZIP. */
const mostBytes = 200 * 1024 * 1024;

/**
 * Reads a file of services: a ZIP of HSDS tables, or JSON.
 * JSON can be a service, an organization, a service at a location, a list of them, a page of an API (`contents`), or
 * tables in one file (`services.csv`).
 * @throws UnreadableFileError if it is no such file or too large
 */
export async function* readHsds(bytes: Uint8Array): AsyncGenerator<HsdsPart> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let services = 0;
  const parts = content.subarray(0, 2).toString('latin1') === 'PK' ? fromZip(content) : fromJson(content);
  for await (const part of parts) {
    if ('words' in part && (services += 1) > maxServices) throw new UnreadableFileError('too-many-services');
    yield part;
  }
  if (services === 0) throw new UnreadableFileError('no-services');
}

async function* fromZip(content: Buffer): AsyncGenerator<HsdsPart> {
  const entries = zipEntries(content);
  const rows = new HsdsRows();
  if (!entries.some(({ name }) => tableOf(name) === 'services'))
    throw new UnreadableFileError('not-a-file-of-services');
  let bytesLeft = mostBytes;
  for (const { name, read } of entries) {
    const table = tableOf(name);
    if (table === null) {
      if (name !== 'datapackage.json') yield { unreadFile: name.slice(0, 200) };
      continue;
    }
    bytesLeft = await readTable(table, read(bytesLeft), bytesLeft, rows);
  }
  yield* partsOf(rows.services());
}

/** Reads a table and returns how many bytes are left. */
async function readTable(
  table: HsdsTable,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  rows: HsdsRows,
): Promise<number> {
  let bytesLeft = maxBytes;
  const countBytes = async function* () {
    for await (const bytes of source) {
      bytesLeft -= bytes.length;
      yield bytes;
    }
  };
  let header: Map<string, number> | null = null;
  for await (const { cells } of tableRows(countBytes(), {
    mostRows: rows.mostRowsOf(table) + 1,
    longestRow: 200_000,
  })) {
    const positions: Map<string, number> = header ?? new Map(cells.map((name, i) => [name.trim().toLowerCase(), i]));
    if (header) rows.add(table, (column) => removeFormulaEscape(cells[positions.get(column) ?? -1] ?? ''));
    header = positions;
  }
  return bytesLeft;
}

async function* fromJson(content: Buffer): AsyncGenerator<HsdsPart> {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new UnreadableFileError('not-utf8');
  }
  const outline = outlineOf(content, maxServices);
  if ([...outline.members.keys()].some((name) => tableOf(name) === 'services')) {
    yield* fromTables(content, outline);
    return;
  }
  const { members } = outline;
  const listed = members.get('contents') ?? members.get('services');
  const elements =
    outline.elements ??
    (listed && content[listed.start] === 0x5b ? arrayElements(content, listed.start, maxServices) : null);
  const organization = members.has('contents') ? undefined : organizationOf(content, outline);
  if (elements) for (const span of elements) yield* partsOf(servicesOf(parseSpan(content, span), organization));
  else yield* partsOf(servicesOf(parseSpan(content, { start: 0, end: content.length })));
}

/** Returns the organization if the file is one, with its services inside. */
function organizationOf(content: Buffer, { members }: JsonOutline): object | undefined {
  const name = members.get('name');
  return name && { name: parseSpan(content, name) };
}

/** Format of `examples/tabular.json` in the standard: rows by table file name. */
function* fromTables(content: Buffer, { members }: JsonOutline): Generator<HsdsPart> {
  const rows = new HsdsRows();
  for (const [name, span] of members) {
    const table = tableOf(name);
    if (table === null) {
      yield { unreadFile: name.slice(0, 200) };
      continue;
    }
    for (const element of arrayElements(content, span.start, rows.mostRowsOf(table))) {
      const row = toJsonObject(parseSpan(content, element));
      rows.add(table, (column) => text(row[column]) ?? '');
    }
  }
  yield* partsOf(rows.services());
}

function servicesOf(value: unknown, organization?: object): object[] {
  const one = toJsonObject(value);
  // A service at a location, with the service inside.
  if (typeof one['service'] === 'object' && one['service'] !== null) {
    const { service, ...place } = one;
    return [{ ...toJsonObject(service), service_at_locations: [place] }];
  }
  // An organization, with its services inside.
  if (Array.isArray(one['services'])) {
    return one['services']
      .slice(0, maxServices)
      .map((service) => ({ organization: { name: one['name'] }, ...toJsonObject(service) }));
  }
  return [organization ? { organization, ...one } : one];
}

function* partsOf(services: Iterable<unknown>): Generator<HsdsPart> {
  for (const service of services) for (const words of readServices(service)) yield { words };
}
