import { ConfigError, readSecret, loadConfig, settings } from '@upstander/platform';
// Brings the settings of every library along.
import './create-api.js';

/** A production installation whose databases are reached by TLS. */
const verified = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://volunteer.example.org',
  APP_SECRET: 'dGhlIG91dHB1dCBvZiBvcGVuc3NsIHJhbmQgLWJhc2U2NA==',
  DATABASE_URL: 'postgres://db/upstander?sslmode=verify-full',
  SEALED_DATABASE_URL: 'postgres://sealed@db/upstander?sslmode=verify-full',
  SEALED_KEYS_URL: 'postgres://sealed@keys/keys?sslmode=verify-full',
  SEALED_KEYS: `2026a:${Buffer.alloc(32).toString('base64')}`,
  SMTP_URL: 'smtps://mail.example.org',
  MAIL_FROM: 'hello@example.org',
  STRIPE_SECRET_KEY: 'sk_live_0123456789abcdef01234567',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef01234567',
};

function configFaults(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
    return '';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
}

describe('REQUIRE_TLS', () => {
  test.each([
    ['DATABASE_URL', 'postgres://db/upstander', 'postgres://db/upstander?sslmode=verify-full'],
    ['DATABASE_REPLICA_URL', 'postgres://10.0.0.6/upstander', 'postgres://10.0.0.6/upstander?sslmode=verify-full'],
    ['SEALED_DATABASE_URL', 'postgres://db/upstander', 'postgres://db/upstander?sslmode=verify-full'],
    ['SEALED_KEYS_URL', 'postgres://keys/keys', 'postgres://keys/keys?sslmode=verify-full'],
    ['REDIS_URL', 'redis://cache', 'rediss://cache'],
    ['SMTP_URL', 'smtp://mail.internal', 'smtps://mail.internal'],
    ['CLAMD_URL', 'tcp://scanner:3310', 'unix:///run/clamav/clamd.ctl'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector:4318', 'https://collector:4318'],
    ['BREACHED_PASSWORDS_URL', 'http://10.0.0.9/range/', 'https://10.0.0.9/range/'],
  ])('refuses a plain %s, even on a private network', (name, plain, encrypted) => {
    const required = { ...verified, REQUIRE_TLS: 'true' };
    expect(configFaults({ ...required, [name]: plain })).toMatch(new RegExp(`^${name} leads to .*REQUIRE_TLS`, 'm'));
    expect(configFaults({ ...required, [name]: encrypted })).toBe('');
    // Without it, neighbors may be plain.
    expect(configFaults({ ...verified, [name]: plain })).toBe('');
  });

  test('refuses a plain bucket, exceptions, and a plain address of the owner', () => {
    const bucket = { FILES_S3_BUCKET: 'files', FILES_S3_ACCESS_KEY_ID: 'a', FILES_S3_SECRET_ACCESS_KEY: 'b' };
    const required = { ...verified, ...bucket, REQUIRE_TLS: 'true' };
    expect(configFaults({ ...required, FILES_S3_ENDPOINT: 'http://minio:9000' })).toMatch(/^FILES_S3_ENDPOINT leads/m);
    expect(configFaults({ ...required, FILES_S3_ENDPOINT: 'https://minio:9000' })).toBe('');
    expect(configFaults({ ...verified, REQUIRE_TLS: 'true', PLAIN_CONNECTIONS_TO: 'db' })).toMatch(
      /^PLAIN_CONNECTIONS_TO and REQUIRE_TLS are both set/m,
    );
    // The addresses of the owner are no settings of the programs.
    const owner = { REQUIRE_TLS: 'true', MIGRATE_DATABASE_URL: 'postgres://owner@db/upstander' };
    expect(() => readSecret(owner, 'MIGRATE_DATABASE_URL')).toThrow(/leads to db, and REQUIRE_TLS is set/);
  });

  test('knows every address that the programs connect to', () => {
    // Browsers open these, and the programs never do.
    const links = ['PUBLIC_URL', 'ADMIN_URL', 'LEAVE_TO', 'PROFILE_URLS', 'ACCOUNTS_URL'];
    const unknown = settings
      .all()
      .filter(([name, { example, connects }]) => /^https?:/.test(example) && !connects && !links.includes(name));
    expect(unknown.map(([name]) => name)).toEqual([]);
  });
});
