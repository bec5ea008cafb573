import { firstOf, loadConfig, type Config } from '@upstander/platform';

export const testSecret = 'a secret that only tests know, and everybody may';

/** Overrides are texts by environment name. */
export function testConfig(databaseUrl: string, overrides: Readonly<Record<string, string>> = {}): Config {
  return loadConfig({
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1',
    APP_SECRET: testSecret,
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '10',
    // A machine busy with other tests is slow but not stuck.
    DATABASE_CONNECT_SECONDS: '30',
    DATABASE_STATEMENT_SECONDS: '60',
    ...sealedZone(databaseUrl),
    SMTP_URL: 'smtp://127.0.0.1:1',
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_WEBHOOK_SECRET: 'whsec_sandbox',
    STRIPE_URL: 'http://127.0.0.1:1',
    MAIL_FROM: 'hello@upstander.invalid',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    // Specs write directly to the database, bypassing cache invalidation. Page cache specs override this.
    PAGE_CACHE_SECONDS: '0',
    // Specs count statements and simulate outages. Those about settings override this.
    SETTINGS_CHECK_SECONDS: '1000000',
    ROLE_WAIT_HOURS: '0',
    SIGN_UPS_PER_MINUTE: '1000000',
    GIFTS_PER_MINUTE: '1000000',
    GIFTS_PER_EMAIL_HOUR: '1000000',
    SEALED_SENDS_PER_HOUR: '1000000',
    CODE_TRIES_PER_QUARTER_HOUR: '1000000',
    CODE_TRIES_PER_MINUTE: '1000000',
    // Specs move the clock by days. The spec for idle sessions overrides this.
    STAFF_IDLE_MINUTES: '1000000',
    ...overrides,
  });
}

/** Returns the sealed zone of the same database; empty without the test server, as in a bench. */
function sealedZone(databaseUrl: string): Record<string, string> {
  const keys = process.env['TEST_SEALED_KEYS_URL'];
  if (!keys) return {};
  const { username, password } = new URL(keys);
  const zone = Object.assign(new URL(firstOf(databaseUrl)), { username, password });
  return {
    SEALED_DATABASE_URL: zone.href,
    SEALED_KEYS_URL: keys,
    SEALED_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  };
}
