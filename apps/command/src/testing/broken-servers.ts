import type { OwnServer } from './own-server.js';

export function withExchangedUrls(server: OwnServer): OwnServer {
  const { MIGRATE_DATABASE_URL, MIGRATE_KEYS_URL } = server.settings;
  return server.withSettings({ MIGRATE_DATABASE_URL: MIGRATE_KEYS_URL, MIGRATE_KEYS_URL: MIGRATE_DATABASE_URL });
}

/** Returns a copy with a read-only database that has no UTF-8. */
export async function withoutUtf8(server: OwnServer): Promise<OwnServer> {
  await server.runAsAdministrator('postgres', async (client) => {
    await client.query(
      `CREATE DATABASE of_bytes TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    await client.query('ALTER DATABASE of_bytes SET default_transaction_read_only = on');
  });
  const names = ['DATABASE_URL', 'MIGRATE_DATABASE_URL'] as const;
  return server.withSettings(
    Object.fromEntries(names.map((name) => [name, server.settings[name]!.replace(/\w+$/, 'of_bytes')])),
  );
}

/** Returns a copy with invalid settings, a missing one and a misspelled one. */
export function withInvalidSettings(server: OwnServer): OwnServer {
  const wrong = { SEALED_KEYS: 'no key', PAGE_CACHE_SECONDS: 'soon' };
  return server.withSettings({ ...wrong, APP_SECRET: '', APP_SECERT: 'hunter2' }); // cspell:ignore secert
}
