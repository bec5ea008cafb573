import { ReadingProcess, UnreadableFileError } from '@upstander/files';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { deflateRawSync } from 'node:zlib';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
const cookies = new Map<string, string>();
beforeAll(async () => {
  app = await startApp();
  for (const role of ['moderator', 'finance', 'admin'] as const) {
    cookies.set(role, (await app.signedIn({ role })).cookie);
  }
});
afterAll(() => app.close());

/** `entries` may repeat the same content. */
function zip(files: ReadonlyArray<readonly [name: string, content: Buffer]>, entries = files.length): Buffer {
  const packed = files.map(([, content]) => deflateRawSync(content));
  const locals: Buffer[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const [i, [name]] of files.entries()) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed[i]!.length, 18);
    head.writeUInt16LE(name.length, 26);
    starts.push(at);
    locals.push(head, Buffer.from(name), packed[i]!);
    at += 30 + name.length + packed[i]!.length;
  }
  const central = Array.from({ length: entries }, (_, n) => {
    const i = n % files.length;
    const name = files[i]![0];
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(packed[i]!.length, 20);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(starts[i]!, 42);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const lines = (n: number, line = 'a,b\n') => Buffer.from(line.repeat(n));
const services = Buffer.from('id,name,status\n1,Pantry,active\n');
const million = 1_000_000;

async function send(path: string, role: string, type: string, content: Buffer) {
  const answer = await fetch(app.url + path, {
    method: 'POST',
    headers: { cookie: cookies.get(role)!, 'content-type': type, 'sec-fetch-site': 'same-origin' },
    body: new Uint8Array(content),
  });
  return (await answer.json()) as { id: string; problem: string | null };
}

const readers = {
  services: async (content: Buffer) => {
    const { id } = await send(
      '/imports/services?need=food&fileName=f',
      'moderator',
      'application/octet-stream',
      content,
    );
    await app.runJob('check-service-imports');
    const [row] = await app.db.query<{ problem: string | null }>(
      'SELECT problem FROM learning.service_import WHERE id = $1',
      [id],
    );
    return row!.problem;
  },
  gifts: async (content: Buffer) => {
    const { id } = await send('/imports/gifts?fileName=gifts.csv', 'finance', 'text/csv', content);
    await app.runJob('check-gift-imports');
    const [row] = await app.db.query<{ problem: string | null }>(
      'SELECT problem FROM fundraising.gift_import WHERE id = $1',
      [id],
    );
    return row!.problem;
  },
  schools: async (content: Buffer) => (await send('/imports/schools', 'admin', 'text/csv', content)).problem,
};

const giftHeader = 'external_ref,campaign,name,method,amount,received_on\n';
const schoolHeader = 'LEAID,LEA_NAME,LSTATE,LCITY,LZIP\n';
type Bomb = readonly [
  reader: keyof typeof readers,
  what: string,
  make: () => Buffer,
  problems: readonly [string, ...string[]],
];
const csvBombs = (reader: 'gifts' | 'schools', header: string): Bomb[] => [
  [reader, 'millions of lines', () => Buffer.concat([Buffer.from(header), lines(1.8 * million)]), ['too-many-rows']],
  [reader, 'one endless line', () => Buffer.from(header + 'a'.repeat(7 * million)), ['row-too-long']],
  [reader, 'millions of columns', () => Buffer.from(','.repeat(7 * million)), ['row-too-long']],
  [
    reader,
    'a quotation mark that never ends',
    () => Buffer.from(`${header}"${'a\n'.repeat(3 * million)}`),
    ['row-too-long'],
  ],
  [reader, 'zeros', () => Buffer.alloc(7 * million), ['not-utf8']],
];
const bombs: Bomb[] = [
  [
    'services',
    'a ZIP of millions of services',
    () => zip([['services.csv', lines(3.75 * million)]]),
    ['too-many-services'],
  ],
  [
    'services',
    'a ZIP of millions of telephones',
    () =>
      zip([
        ['phones.csv', lines(3.75 * million)],
        ['services.csv', services],
      ]),
    ['too-many-rows'],
  ],
  [
    'services',
    'a ZIP of one endless line',
    () => zip([['services.csv', Buffer.alloc(60 * million, 'a')]]),
    ['row-too-long'],
  ],
  [
    'services',
    'a ZIP that names one table again and again',
    () =>
      zip(
        [
          ['phones.csv', lines(150_000, `${'a'.repeat(200)}\n`)],
          ['services.csv', services],
        ],
        200,
      ),
    ['too-many-rows', 'too-heavy'],
  ],
  ['services', 'a ZIP of thousands of files', () => zip([['services.csv', services]], 65_000), ['too-many-files']],
  [
    'services',
    'a table of thousands of columns',
    () => zip([['services.csv', Buffer.from(','.repeat(5 * million))]]),
    ['row-too-long', 'too-heavy'],
  ],
  ['services', 'JSON nested a million times', () => Buffer.from('['.repeat(5 * million)), ['nested-too-deeply']],
  [
    'services',
    'JSON of millions of numbers',
    () => Buffer.from(`[${'1,'.repeat(5 * million)}1]`),
    ['too-many-services'],
  ],
  ['services', 'JSON of one endless text', () => Buffer.from(`["${'a'.repeat(30 * million)}"]`), ['too-heavy']],
  ['services', 'JSON of one endless number', () => Buffer.from('1'.repeat(30 * million)), ['not-a-file-of-services']],
  [
    'services',
    'JSON of services at too many places',
    () => {
      const places = JSON.stringify(Array.from({ length: 50 }, (_, id) => ({ id })));
      return Buffer.from(
        `[${Array.from({ length: 2_000 }, (_, id) => `{"id":"${id}","name":"n","service_at_locations":${places}}`).join(',')}]`,
      );
    },
    ['too-many-services'],
  ],
  [
    'services',
    'JSON of an object of thousands of names',
    () => Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [n, n])))),
    ['not-a-file-of-services'],
  ],
  ...csvBombs('gifts', giftHeader),
  ...csvBombs('schools', schoolHeader),
];

test.each(bombs)('%s: rejects %s without using memory', async (reader, _what, make, problems) => {
  const content = make();
  const before = getHeapStatistics().used_heap_size;
  const problem = await readers[reader](content);
  expect(problems).toContain(problem);
  // File bytes are outside the heap; anything built from them would be inside.
  expect(getHeapStatistics().used_heap_size - before).toBeLessThan(100 * million);
});

test('stops a reader that exceeds its memory limit without affecting the process', async () => {
  const from = pathToFileURL(`${process.cwd()}/libs/files/src/tables/table-file.ts`).href;
  type Task = { bytes: Uint8Array; options: { mostRows: number; longestRow: number } };
  const oneReader = new ReadingProcess<Task, unknown>('table-file', from, { memoryMb: 48 });
  const bytes = Buffer.from(','.repeat(20 * million));
  const reading = oneReader.read({ bytes, options: { mostRows: 10, longestRow: Number.MAX_SAFE_INTEGER } }).next();
  await expect(reading).rejects.toEqual(new UnreadableFileError('too-heavy'));
});

test('rejects a file that crashed the process twice and reads the next one', async () => {
  app.clock.set('2026-12-01T18:00:00Z');
  const upload = async (content: string) =>
    (
      await send(
        '/imports/services?need=food&fileName=f',
        'moderator',
        'application/octet-stream',
        Buffer.from(content),
      )
    ).id;
  const status = async (id: string) =>
    (
      await app.db.query<Record<string, unknown>>('SELECT status, problem FROM learning.service_import WHERE id = $1', [
        id,
      ])
    )[0];
  const id = await upload('[{"id":"1","name":"Pantry","status":"active"}]');
  /** Leaves the state of a process that crashed while reading. */
  const simulateCrash = (attempts: number) =>
    app.db.query(
      `INSERT INTO platform.file_attempt (kind, file_id, attempts, begun_at) VALUES ('service-import', $1, $2, $3)`,
      [id, attempts, app.clock.now()],
    );
  await simulateCrash(2);
  const other = await upload('[{"id":"2","name":"Clinic","status":"active"}]');
  // Another process may still be reading the first file.
  await app.runJob('check-service-imports');
  expect([await status(id), await status(other)]).toEqual([
    { status: 'checking', problem: null },
    { status: 'checked', problem: null },
  ]);
  app.clock.set('2026-12-01T18:04:00Z');
  await app.runJob('check-service-imports');
  expect(await status(id)).toEqual({ status: 'refused', problem: 'gave-up' });
  expect(await app.db.query('SELECT FROM platform.file_attempt')).toHaveLength(0);
});

test('retries a file that crashed the process once', async () => {
  app.clock.set('2026-12-01T18:00:00Z');
  const { id } = await send(
    '/imports/gifts?fileName=g.csv',
    'finance',
    'text/csv',
    Buffer.from(`${giftHeader}1,x,y,cash,5,2026-11-01\n`),
  );
  await app.db.query(
    `INSERT INTO platform.file_attempt (kind, file_id, attempts, begun_at) VALUES ('gift-import', $1, 1, $2)`,
    [id, app.clock.now()],
  );
  app.clock.set('2026-12-01T18:04:00Z');
  await app.runJob('check-gift-imports');
  expect(await app.db.query('SELECT status FROM fundraising.gift_import WHERE id = $1', [id])).toEqual([
    { status: 'checked' },
  ]);
});
