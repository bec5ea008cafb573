import type { OwnServer } from './own-server.js';

/** The same with the addresses of the owner exchanged. */
export function exchanged(server: OwnServer): OwnServer {
  const { MIGRATE_DATABASE_URL, MIGRATE_KEYS_URL } = server.settings;
  return server.with({ MIGRATE_DATABASE_URL: MIGRATE_KEYS_URL, MIGRATE_KEYS_URL: MIGRATE_DATABASE_URL });
}

/** The same with a database as a machine without a language makes it, which takes no writes besides. */
export async function inBytes(server: OwnServer): Promise<OwnServer> {
  await server.asAdministrator('postgres', async (client) => {
    await client.query(
      `CREATE DATABASE of_bytes TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    await client.query('ALTER DATABASE of_bytes SET default_transaction_read_only = on');
  });
  const names = ['DATABASE_URL', 'MIGRATE_DATABASE_URL'] as const;
  return server.with(
    Object.fromEntries(names.map((name) => [name, server.settings[name]!.replace(/\w+$/, 'of_bytes')])),
  );
}

/** The same with settings that cannot be read, one that is missing, and its misspelt name. */
export function unreadable(server: OwnServer): OwnServer {
  const wrong = { SEALED_KEYS: 'no key', PAGE_CACHE_SECONDS: 'soon' };
  return server.with({ ...wrong, APP_SECRET: '', APP_SECERT: 'hunter2' });
}
