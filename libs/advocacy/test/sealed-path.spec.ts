import { startApp } from '@upstander/tests/support/app.js';
import { testConfig } from '@upstander/tests/support/config.js';
import { cloneDatabase, type SpecDatabase } from '@upstander/tests/support/database.js';
import { aPgBouncer, hasPgBouncer } from '@upstander/tests/support/pgbouncer.js';

let database: SpecDatabase;
beforeAll(async () => (database = await cloneDatabase()));
afterAll(() => database.drop());

const addresses = () => {
  const { SEALED_DATABASE_URL = '', SEALED_KEYS_URL = '' } = testConfig(database.url);
  return { SEALED_DATABASE_URL, SEALED_KEYS_URL };
};
/** Returns the startup error with this configuration, or null. */
async function startupError(config: Record<string, string>): Promise<string | null> {
  const app = await startApp({ database, config }).catch((error: Error) => error.message);
  if (typeof app === 'string') return app;
  await app.close();
  return null;
}

describe('a sealed zone with a different search path', () => {
  test('starts with a direct connection', async () => {
    expect(await startupError({})).toBeNull();
  });

  test.each(['SEALED_DATABASE_URL', 'SEALED_KEYS_URL'] as const)(
    'refuses to start with options in %s',
    async (name) => {
      const url = new URL(addresses()[name]);
      url.searchParams.set('options', '-c search_path=public');
      expect(await startupError({ [name]: url.href })).toMatch(
        new RegExp(`^${name} leads to connections that look names up in public, and not in pg_catalog,`),
      );
    },
  );

  (hasPgBouncer ? test : test.skip).each(['SEALED_DATABASE_URL', 'SEALED_KEYS_URL'] as const)(
    'refuses to start when %s uses a PgBouncer that drops the path',
    async (name) => {
      const url = addresses()[name];
      const bouncer = await aPgBouncer(url, { drops: ['options'] });
      expect(await startupError({ [name]: bouncer.through(url) })).toMatch(
        new RegExp(`^${name} leads to connections that look names up in "\\$user", public, and not in pg_catalog,`),
      );
      await bouncer.end();
    },
  );
});
