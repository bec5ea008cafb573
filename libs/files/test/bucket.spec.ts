import { Bucket, type BucketError } from '@upstander/files';
import { loadConfig } from '@upstander/platform';
import { testConfig } from '@upstander/tests/support/config.js';
import { S3Server } from '@upstander/tests/support/s3-server.js';
import { createHash, randomBytes } from 'node:crypto';

let s3: S3Server;
beforeAll(async () => {
  s3 = await S3Server.start('our-files', 2);
});
afterAll(() => s3.close());
beforeEach(() => void (s3.faults.length = 0));

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
const storedNames = () => [...s3.objects.keys()].sort();
const digestNames = (...files: Buffer[]) => files.map((bytes) => digest(bytes).toString('hex')).sort();

describe('Bucket', () => {
  const bucketOf = (more: Record<string, string> = {}) =>
    Bucket.fromConfig(testConfig('postgres://nobody@127.0.0.1/none', { ...s3.settings, ...more }))!;
  const findFault = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: BucketError) => `${error.fault} ${error.code}`,
    );
  const text = Buffer.from('what was agreed: sí, 学校');
  const readBytes = async (bucket: Bucket, bytes = text) => {
    const { size, body } = await bucket.get(digest(bytes));
    const content = Buffer.concat(await body.toArray());
    expect(size).toBe(bytes.length);
    return content;
  };

  test('stores a file once under its digest, returns it, lists all files page by page and deletes them', async () => {
    const bucket = bucketOf();
    const files = [text, ...['a', 'b', 'c', 'd'].map((letter) => Buffer.from(letter)), randomBytes(300_000)];
    for (const bytes of [...files, text]) await bucket.put(digest(bytes), bytes);
    for (const bytes of files) expect(await readBytes(bucket, bytes)).toEqual(bytes);
    const listedNames: string[] = [];
    for await (const sha256 of bucket.list()) listedNames.push(sha256.toString('hex'));
    expect(listedNames).toEqual(digestNames(...files));
    for (const bytes of [...files, text]) await bucket.remove(digest(bytes));
    expect(storedNames()).toEqual([]);
    expect(await findFault(bucket.get(digest(text)))).toBe('no-object NoSuchKey');
  });

  test('reports why a service with another key, region or bucket refuses the request', async () => {
    expect(await findFault(bucketOf().checkAccess())).toBeNull();
    expect(await findFault(bucketOf({ FILES_S3_ACCESS_KEY_ID: 'AKIAOTHER' }).checkAccess())).toBe(
      'refused InvalidAccessKeyId',
    );
    const guessed = bucketOf({ FILES_S3_SECRET_ACCESS_KEY: 'guessed' });
    expect(await findFault(guessed.put(digest(text), text))).toBe('refused SignatureDoesNotMatch');
    expect(await findFault(bucketOf({ FILES_S3_REGION: 'elsewhere' }).checkAccess())).toBe(
      'refused AuthorizationHeaderMalformed',
    );
    expect(await findFault(bucketOf({ FILES_S3_BUCKET: 'another' }).checkAccess())).toBe('refused AccessDenied');
    expect(await findFault(bucketOf().put(digest(text), Buffer.from('other bytes')))).toBe(
      'refused XAmzContentSHA256Mismatch',
    );
    expect(storedNames()).toEqual([]);
  });

  test('retries an overloaded service and gives up eventually', async () => {
    const bucket = bucketOf();
    s3.faults.push('busy', 'busy');
    await bucket.put(digest(text), text);
    expect(await readBytes(bucket)).toEqual(text);
    s3.faults.push('busy', 'busy', 'busy');
    expect(await findFault(bucket.get(digest(text)))).toBe('away SlowDown');
    await bucket.remove(digest(text));
  });

  test('fails instead of returning a partial or altered file if the service stalls, disconnects or sends other bytes', async () => {
    const bucket = bucketOf();
    await bucket.put(digest(text), text);
    const hasty = bucketOf({ FILES_S3_SECONDS: '1' });
    s3.faults.push('silent');
    expect(await findFault(hasty.get(digest(text)))).toBe('away timeout');
    s3.faults.push('stuck');
    expect(await findFault(readBytes(hasty))).toBe('away timeout');
    s3.faults.push('cut');
    expect(await findFault(readBytes(bucket))).toMatch(/^away /);
    s3.objects.set(digest(text).toString('hex'), Buffer.from(text.toString().replace('sí', 'no')));
    expect(await findFault(bucket.get(digest(text)).then(({ body }) => body.toArray()))).toBe('damaged digest');
    await bucket.remove(digest(text));
    expect(await findFault(bucketOf({ FILES_S3_ENDPOINT: 'http://127.0.0.1:9' }).checkAccess())).toMatch(/^away /);
  });

  test('requires all settings together, and TLS', () => {
    const problem = (more: Record<string, string | undefined>) => {
      try {
        loadConfig({ ...process.env, ...s3.settings, ...more });
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(problem({ FILES_S3_BUCKET: '' })).toMatch(/FILES_S3_BUCKET is missing, and FILES_KEPT_IN needs it/);
    expect(problem({ FILES_KEPT_IN: '', FILES_S3_SECRET_ACCESS_KEY: '' })).toMatch(
      /FILES_S3_SECRET_ACCESS_KEY is missing, and FILES_S3_ENDPOINT needs it/,
    );
    const production = { NODE_ENV: 'production', FILES_S3_ENDPOINT: 'http://s3.example.org' };
    expect(problem(production)).toMatch(/FILES_S3_ENDPOINT connects to s3\.example\.org without TLS/);
    expect(problem({ ...production, FILES_S3_ENDPOINT: 'http://minio:9000' })).not.toMatch(/FILES_S3/);
  });
});
