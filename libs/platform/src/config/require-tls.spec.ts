import { findUnencrypted, unencryptedPort, unencryptedSentinels } from './require-tls.js';

describe('REQUIRE_TLS, protocol by protocol', () => {
  test.each([
    ['PostgreSQL', 'DATABASE_URL', 'postgres://upstander@db/upstander', /add \?sslmode=verify-full/],
    ['PostgreSQL', 'DATABASE_URL', 'postgres://upstander@10.0.0.5/upstander?sslmode=prefer', /leads to 10\.0\.0\.5/],
    ['PostgreSQL', 'SEALED_KEYS_URL', 'postgresql://upstander@keys/keys?sslmode=no-verify', /SEALED_KEYS_URL/],
    ['PostgreSQL', 'DATABASE_URL', 'postgres://u@db/u?sslmode=require&uselibpqcompat=true', /verify-full/],
    ['PostgreSQL', 'DATABASE_URL', 'postgres://localhost/u?host=db', /leads to db/],
    ['PostgreSQL', 'DATABASE_URL', 'postgres://u@localhost,db/u?target_session_attrs=read-write', /leads to db/],
    ['Redis', 'REDIS_URL', 'redis://cache:6379', /begin it with rediss:/],
    ['SMTP', 'SMTP_URL', 'smtp://mail:25', /use smtps:/],
    ['SMTP', 'SMTP_URL', 'smtps://mail?tls.rejectUnauthorized=false', /verify the certificate/],
    ['SMTP', 'SMTP_URL', 'smtp://mail?requireTLS=true&ignoreTLS=true', /use smtps:/],
    ['ClamAV', 'CLAMD_URL', 'tcp://scanner:3310', /a scanner on this machine/],
    ['OTLP', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector:4318', /begin it with https:/],
    ['S3', 'FILES_S3_ENDPOINT', 'http://minio:9000', /begin it with https:/],
  ])('%s: %s may not be %s', (_, name, value, message) => {
    expect(findUnencrypted(value, name, { connects: true })).toMatch(message);
  });

  test.each([
    'postgres://upstander@db/upstander?sslmode=verify-full&sslrootcert=/etc/ca.pem',
    'postgres://upstander@db/upstander?sslmode=require',
    'postgres://upstander@db/upstander?ssl=true',
    'postgres://localhost/upstander',
    'postgres://localhost/upstander?host=/run/postgresql',
    'postgres://upstander@127.0.0.1,[::1]/u?target_session_attrs=read-write',
    'rediss://cache:6379',
    'redis://127.0.0.1:6379',
    'smtps://user:password@mail:465',
    'smtp://mail:587?requireTLS=true',
    'smtp://localhost:25',
    'unix:///run/clamav/clamd.ctl',
    'tcp://localhost:3310',
    'https://collector:4318',
    'http://127.0.0.1:4318',
    'no address at all',
    undefined,
  ])('%s is fine', (value) => {
    expect(findUnencrypted(value, 'NAME', { connects: true })).toBeNull();
  });

  test('ignores addresses that no program connects to', () => {
    expect(findUnencrypted('http://weather.example.org', 'LEAVE_TO')).toBeNull();
  });

  test('sentinels use TLS if REDIS_URL does', () => {
    const all = { REDIS_SENTINELS: ['sentinel1:26379', '127.0.0.1:26379'] };
    expect(unencryptedSentinels({ ...all, REDIS_URL: 'redis://mymaster' })).toHaveLength(1);
    expect(unencryptedSentinels({ ...all, REDIS_URL: 'rediss://mymaster' })).toEqual([]);
  });

  test('requires a certificate for ports that other machines can reach', () => {
    expect(unencryptedPort({}, 'HOST', '0.0.0.0')).toMatch(/HOST is "0\.0\.0\.0".*TLS_CERT_FILE/);
    expect(unencryptedPort({ TLS_CERT_FILE: 'tls.crt' }, 'HOST', '0.0.0.0')).toBeNull();
    for (const host of ['127.0.0.1', 'localhost', '::1']) expect(unencryptedPort({}, 'HOST', host)).toBeNull();
  });
});
