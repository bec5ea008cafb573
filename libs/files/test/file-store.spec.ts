import {
  Bucket,
  checkFiles,
  fileColumns,
  FileStore,
  moveFiles,
  recordUnknownObjects,
  deleteUnreferencedObject,
} from '@upstander/files';
import { Clock, Config, JobQueue, Logger } from '@upstander/platform';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { aPicture, photoOperations } from '@upstander/tests/support/photos.js';
import { S3Server } from '@upstander/tests/support/s3-server.js';
import { aSchoolAsk } from '@upstander/tests/support/schools.js';
import { createHash } from 'node:crypto';

let s3: S3Server;
let app: TestApp;
let organizer: { cookie: string };
let moderator: { cookie: string };
let finance: { cookie: string };
let askId: string;
beforeAll(async () => {
  s3 = await S3Server.start('our-files', 2);
  app = await startApp({ config: s3.settings });
  app.clock.set('2026-10-20T18:00:00Z');
  const chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  moderator = await app.signedIn({ role: 'moderator' });
  finance = await app.signedIn({ role: 'finance' });
  askId = (await aSchoolAsk(app, { chapterId: chapter.id })).id;
});
afterAll(async () => {
  await app.close();
  await s3.close();
});
beforeEach(() => void (s3.faults.length = 0));

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`);
const advanceMinutes = (minutes: number) => app.clock.set(new Date(app.clock.now().valueOf() + minutes * 60_000));
const clock = () => app.clock.now();

async function send(path: string, { cookie }: { cookie: string }, body: Buffer, type = 'application/pdf') {
  const headers = { 'content-type': type, cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${app.url}${path}`, { method: 'POST', headers, body: new Uint8Array(body) });
  return { status: answer.status, headers: answer.headers, said: (await answer.json()) as Record<string, string> };
}
async function get(path: string, { cookie }: { cookie: string }, headers: Record<string, string> = {}) {
  const answer = await fetch(`${app.url}${path}`, { headers: { cookie, ...headers } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const sendDocument = (bytes: Buffer) =>
  send(`/school-documents?ask=${askId}&fileName=${encodeURIComponent('Protocolo señal 学校.pdf')}`, organizer, bytes);
const storedNames = () => [...s3.objects.keys()].sort();
const digestNames = (...files: Buffer[]) => files.map((bytes) => digest(bytes).toString('hex')).sort();
const deleteDocument = (id: string) => app.db.query('DELETE FROM outreach.document WHERE id = $1', [id]);

test('registers every column that stores files', async () => {
  const columns = await app.db.query<{ name: string }>(
    `SELECT concat_ws('.', n.nspname, c.relname, a.attname) AS name
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE a.atttypid = 'bytea'::regtype AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
       AND n.nspname !~ '^pg_|^information_schema$|^bullmq$'
       -- Sealed data stays in the sealed zone, and imports are deleted after they are read.
       AND n.nspname <> 'sealed' AND c.relname !~ '_import$'
       AND a.attname !~ '(?:^|_)(?:hash|sha256|signature|seal|mac|credential_id|public_key)$'`,
  );
  expect(columns.map(({ name }) => name).sort()).toEqual(fileColumns.names().sort());
});

describe('with a bucket', () => {
  test('stores pictures, documents and papers in the bucket only, and serves them as before', async () => {
    const agreed = pdf('what was agreed');
    expect((await sendDocument(agreed)).status).toBe(201);
    const evidence = pdf('a transfer');
    const { said: file } = await send('/files?purpose=evidence', finance, evidence);
    const { said: photo } = await send('/photos', moderator, await aPicture(), 'image/jpeg');
    const consent = {
      photoId: photo['id'],
      name: 'Ana Ruiz',
      phone: '+12135550100',
      method: 'PAPER',
      endsOn: '2027-01-01',
    };
    const asked = await app.graphql<Record<string, { consents: Array<{ id: string }> }>>(
      photoOperations.ask,
      { input: { ...consent, language: 'EN', forSharing: false, forPrint: false } },
      moderator,
    );
    expect(asked.errors).toBeUndefined();
    const paperPath = `/photo-consents/${asked.data['askPhotoConsent']!.consents[0]!.id}/paper`;
    const paper = pdf('signed: Ana Ruiz');
    expect((await send(paperPath, moderator, paper)).status).toBe(201);

    const [row] = await app.db.query<Record<string, string | null>>(
      `SELECT d.id AS document, d.bytes AS a, f.bytes AS b, p.bytes AS c, p.small_bytes AS d, k.paper AS e
       FROM outreach.document d, fundraising.file f, outreach.photo p, outreach.photo_consent k`,
    );
    const { document, ...bytes } = row!;
    expect(Object.values(bytes)).toEqual([null, null, null, null, null]);
    expect(storedNames()).toEqual(expect.arrayContaining(digestNames(agreed, evidence, paper)));
    expect(storedNames()).toHaveLength(5);

    const answer = await get(`/school-documents/${document}`, organizer);
    expect([answer.bytes, answer.headers.get('content-length')]).toEqual([agreed, String(agreed.length)]);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Protocolo señal 学校.pdf'));
    expect((await get(`/files/${file['id']}`, finance)).bytes).toEqual(evidence);
    expect((await get(paperPath, moderator)).bytes).toEqual(paper);
    const large = await get(`/photos/${photo['id']}.webp`, moderator);
    const small = await get(`/photos/${photo['id']}-small.webp`, moderator);
    expect(large.bytes.length).toBeGreaterThan(small.bytes.length);
    expect(small.bytes.subarray(8, 12).toString()).toBe('WEBP');
    // A cached file doesn't cause a request to the bucket.
    const before = s3.requests.length;
    const known = { 'if-none-match': large.headers.get('etag')! };
    expect((await get(`/photos/${photo['id']}.webp`, moderator, known)).status).toBe(304);
    expect(s3.requests).toHaveLength(before);
    // Without permission no request reaches the bucket.
    expect((await get(`/files/${file['id']}`, { cookie: '' })).status).toBe(404);
  });

  test('deletes a file without a row after an hour and keeps one that another row references', async () => {
    const initialFiles = storedNames();
    const [left, shared] = [pdf('left behind'), pdf('in two rows')];
    await app.nest.get(FileStore).store(left);
    const { said: first } = await sendDocument(shared);
    expect((await send('/files?purpose=evidence', finance, shared)).status).toBe(201);
    await deleteDocument(first['id']!);
    await app.runJob('sweep-files');
    expect(storedNames()).toEqual([...initialFiles, ...digestNames(left, shared)].sort());
    advanceMinutes(61);
    await app.runJob('sweep-files');
    expect(storedNames()).toEqual([...initialFiles, ...digestNames(shared)].sort());
    await app.db.query('DELETE FROM fundraising.file WHERE sha256 = $1', [digest(shared)]);
    // Files remain for the next sweep if the bucket is unavailable.
    s3.faults.push('busy', 'busy', 'busy');
    await expect(app.runJob('sweep-files')).rejects.toThrow(/away/);
    expect(storedNames()).toEqual([...initialFiles, ...digestNames(shared)].sort());
    await app.runJob('sweep-files');
    expect(storedNames()).toEqual(initialFiles);
  });

  test('keeps a file that is uploaded while the same file is being swept', async () => {
    const bytes = pdf('swept and sent at once');
    const store = app.nest.get(FileStore);
    const bucket = Bucket.fromConfig(app.config)!;
    await store.store(bytes);
    advanceMinutes(61);
    let kept: Promise<unknown> | undefined;
    const slow = Object.assign(Object.create(bucket) as Bucket, {
      async remove(sha256: Buffer) {
        kept = store.store(bytes);
        const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        while ((await app.db.query(waits)).length === 0);
        await bucket.remove(sha256);
      },
    });
    expect(await app.db.transaction((tx) => deleteUnreferencedObject(tx, slow, digest(bytes), clock()))).toBe(true);
    await kept;
    expect(storedNames()).toEqual(expect.arrayContaining(digestNames(bytes)));
    expect(await app.db.query('SELECT size FROM platform.bucket_file WHERE sha256 = $1', [digest(bytes)])).toEqual([
      { size: bytes.length },
    ]);
    advanceMinutes(61);
    await app.runJob('sweep-files');
  });

  test('refuses files immediately while the bucket is unavailable, and everything else keeps working', async () => {
    const { said } = await sendDocument(pdf('here before'));
    const path = `/school-documents/${said['id']}`;
    s3.faults.push('busy', 'busy', 'busy');
    const refused = await get(path, organizer);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
    expect(JSON.parse(refused.bytes.toString())).toEqual({
      code: 'FILES_AWAY',
      message: 'We can’t open files right now. Please try again in a few minutes.',
    });
    // The next requests don't wait for the bucket again.
    const before = s3.requests.length;
    expect((await get(path, organizer)).status).toBe(503);
    expect((await sendDocument(pdf('too early'))).said['code']).toBe('FILES_AWAY');
    expect(s3.requests).toHaveLength(before);
    expect(await app.db.query('SELECT FROM outreach.document WHERE sha256 = $1', [digest(pdf('too early'))])).toEqual(
      [],
    );
    // An outage isn't a security event.
    expect(await app.db.query(`SELECT detail FROM identity.security_event WHERE detail LIKE '%FILES_AWAY'`)).toEqual(
      [],
    );
    advanceMinutes(1);
    s3.faults.push('busy', 'busy', 'busy');
    const health = await fetch(`${app.url}/health`);
    expect([health.status, await health.json()]).toEqual([503, expect.objectContaining({ files: 'away' })]);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    advanceMinutes(1);
    expect(await (await fetch(`${app.url}/health`)).json()).toMatchObject({ files: 'ok' });
    expect((await get(path, organizer)).status).toBe(200);
    await deleteDocument(said['id']!);
  });

  test('moves all files to the database and back, leaves a damaged one in place and finds unknown objects', async () => {
    const bucket = Bucket.fromConfig(app.config)!;
    const countRows = () =>
      app.db.query<{ inRow: number; elsewhere: number }>(
        `SELECT count(bytes)::int AS "inRow", (count(*) - count(bytes))::int AS elsewhere FROM (
           SELECT bytes FROM outreach.document UNION ALL SELECT bytes FROM fundraising.file UNION ALL SELECT bytes FROM outreach.photo
           UNION ALL SELECT small_bytes FROM outreach.photo UNION ALL SELECT paper FROM outreach.photo_consent) f`,
      );
    advanceMinutes(61);
    await app.runJob('sweep-files');
    const files = new Map(s3.objects);
    expect(await checkFiles(app.db, bucket, clock)).toMatchObject({ files: 5, wrong: [] });
    const [broken] = digestNames(pdf('a transfer'));
    s3.objects.set(broken!, Buffer.from('%PDF-1.7\na transfer to somebody else'));
    expect(await moveFiles(app.db, bucket, 'database', clock)).toMatchObject({
      files: 4,
      wrong: [{ column: 'fundraising.file.bytes', why: 'damaged' }],
    });
    expect(await countRows()).toEqual([{ inRow: 4, elsewhere: 1 }]);
    s3.objects.delete(broken!);
    expect((await checkFiles(app.db, bucket, clock)).wrong).toMatchObject([{ why: 'no-object' }]);
    s3.objects.set(broken!, files.get(broken!)!);
    expect(await moveFiles(app.db, bucket, 'database', clock)).toMatchObject({ files: 1, wrong: [] });
    expect(await countRows()).toEqual([{ inRow: 5, elsewhere: 0 }]);
    // An object uploaded after the restored backup was made.
    s3.objects.set(digestNames(pdf('a stray'))[0]!, pdf('a stray'));
    expect(await recordUnknownObjects(app.db, bucket, clock)).toBe(1);
    advanceMinutes(61);
    await app.runJob('sweep-files');
    expect(storedNames()).toEqual([]);
    // A row that doesn't match its digest is skipped.
    const wrong = `UPDATE outreach.document SET sha256 = decode(repeat('00', 32), 'hex')`;
    await app.db.query(wrong);
    expect(await moveFiles(app.db, bucket, 's3', clock)).toMatchObject({ files: 4, wrong: [{ why: 'damaged' }] });
    await app.db.query('UPDATE outreach.document SET sha256 = sha256(bytes)');
    expect(await moveFiles(app.db, bucket, 's3', clock)).toMatchObject({ files: 1, wrong: [] });
    expect(await moveFiles(app.db, bucket, 's3', clock)).toMatchObject({ files: 0 });
    expect([await countRows(), new Map([...s3.objects].sort())]).toEqual([
      [{ inRow: 0, elsewhere: 5 }],
      new Map([...files].sort()),
    ]);
  });

  test('reads files from both places after new ones go to the database again, and refuses them without bucket settings', async () => {
    const { said } = await sendDocument(pdf('before'));
    const store = (config: Partial<Config>) => {
      const { nest, db } = app;
      const changed = new Config({ ...app.config, ...config });
      return new FileStore(changed, db, nest.get(Clock), nest.get(JobQueue), nest.get(Logger));
    };
    const back = store({ FILES_KEPT_IN: 'database' });
    expect(await back.store(pdf('after'))).toEqual({ sha256: digest(pdf('after')), bytes: pdf('after') });
    expect((await back.open({ sha256: digest(pdf('before')), bytes: null })).size).toBe(pdf('before').length);
    const withoutBucket = store({ FILES_KEPT_IN: 'database', FILES_S3_ENDPOINT: undefined });
    await expect(withoutBucket.open({ sha256: digest(pdf('before')), bytes: null })).rejects.toMatchObject({
      code: 'FILES_AWAY',
    });
    expect(await withoutBucket.state()).toBe('none');
    await deleteDocument(said['id']!);
  });
});
