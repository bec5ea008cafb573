import { repositoryLines } from './repository.js';

const ARCHIVE_PASSPHRASE = 'p'.repeat(32);
const bucket = {
  ARCHIVE_PASSPHRASE,
  ARCHIVE_S3_ENDPOINT: 'https://minio.example.org:9000',
  ARCHIVE_S3_REGION: 'us-west-2',
  ARCHIVE_S3_ACCESS_KEY_ID: 'key',
  ARCHIVE_S3_SECRET_ACCESS_KEY: 'secret',
};

test('encrypts an archive in a folder', () => {
  expect(repositoryLines('/srv/archive', { ARCHIVE_PASSPHRASE })).toEqual([
    'repo1-path=/srv/archive',
    'repo1-cipher-type=aes-256-cbc',
    `repo1-cipher-pass=${ARCHIVE_PASSPHRASE}`,
  ]);
});

test('encrypts an archive in a bucket, and addresses the bucket by path except at Amazon', () => {
  const lines = repositoryLines('s3://backups/upstander/main', bucket);
  expect(lines).toEqual(
    expect.arrayContaining([
      'repo1-type=s3',
      'repo1-path=/upstander/main',
      'repo1-s3-bucket=backups',
      'repo1-s3-endpoint=minio.example.org',
      'repo1-storage-port=9000',
      'repo1-s3-uri-style=path',
      'repo1-cipher-type=aes-256-cbc',
    ]),
  );
  const amazon = { ...bucket, ARCHIVE_S3_ENDPOINT: 'https://s3.us-west-2.amazonaws.com' };
  expect(repositoryLines('s3://backups/upstander', amazon).join()).not.toMatch(/uri-style|storage-port/);
});

test.each([
  ['without a passphrase', '/srv/archive', {}, /ARCHIVE_PASSPHRASE is missing/],
  ['with a short passphrase', '/srv/archive', { ARCHIVE_PASSPHRASE: 'short' }, /at least 32 characters/],
  [
    'with a setting smuggled into the passphrase',
    '/srv/archive',
    { ARCHIVE_PASSPHRASE: `${ARCHIVE_PASSPHRASE}\na=b` },
    /without spaces/,
  ],
  ['in a relative folder', 'archive', { ARCHIVE_PASSPHRASE }, /neither an absolute folder nor s3:/],
  ['with a setting smuggled into the folder', '/srv\nrepo1-cipher-type=none', { ARCHIVE_PASSPHRASE }, /neither/],
  ['in a bucket without a folder', 's3://backups', bucket, /neither/],
  [
    'in a bucket without its key',
    's3://backups/a',
    { ...bucket, ARCHIVE_S3_ACCESS_KEY_ID: '' },
    /_ACCESS_KEY_ID is missing/,
  ],
  [
    'in a bucket without TLS',
    's3://backups/a',
    { ...bucket, ARCHIVE_S3_ENDPOINT: 'http://minio' },
    /must start with https/,
  ],
])('rejects an archive %s', (_, place, environment, problem) => {
  expect(() => repositoryLines(place, environment)).toThrow(problem);
});
