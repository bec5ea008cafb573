import { BoundedClient, Clock, ConfigError, type Config } from '@upstander/platform';
import type pg from 'pg';
import { OrganizationKeys } from '../keys/organization-keys.js';
import { KeyRing } from '../keys/key-ring.js';
import { RecordKeys } from '../keys/record-keys.js';
import { SealedDatabase, type SealedSettings } from '../database/sealed-database.js';
import { ReplyCodes } from './reply-codes.js';

/**
 * Binds the reply codes of older records to them, once, and makes the binding mandatory from then on. Runs with the
 * migrations, as the database owner.
 * @throws ConfigError if there are such records but no SEALED_KEYS
 */
export async function bindCodes(ownerUrl: string, settings: SealedSettings): Promise<void> {
  const client = new BoundedClient({
    connectionString: ownerUrl,
    options: '-c search_path=pg_catalog',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  const database = SealedDatabase.forCommand(settings);
  try {
    const { rows: open } = await client.query<{ kind: 'application' | 'consultation' }>(
      `SELECT table_name AS kind FROM information_schema.columns
       WHERE table_schema = 'sealed' AND column_name = 'code_bound' AND is_nullable = 'YES'`,
    );
    const keys = new RecordKeys(database, new KeyRing(settings as Config), new Clock(settings as Config));
    const codes = new ReplyCodes(new OrganizationKeys(keys));
    for (const { kind } of open) await bind(client, kind, settings.SEALED_KEYS ? codes : null);
  } finally {
    await client.end();
    await database.onApplicationShutdown();
  }
}

async function bind(client: pg.Client, kind: string, codes: ReplyCodes | null): Promise<void> {
  await client.query('BEGIN');
  await client.query(`ALTER TABLE sealed.${kind} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER ${kind}_change`);
  const { rows } = await client.query<{ id: string; hash: Buffer }>(`SELECT id, code_hash AS hash FROM sealed.${kind}`);
  if (rows.length > 0 && !codes)
    throw new ConfigError(
      'SEALED_KEYS is missing: the reply codes of the records that are there must be bound to them.',
    );
  for (const { id, hash } of rows)
    await client.query(`UPDATE sealed.${kind} SET code_bound = $2 WHERE id = $1`, [
      id,
      await codes?.bindingMac(id, hash),
    ]);
  await client.query(
    `ALTER TABLE sealed.${kind} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER ${kind}_change, ALTER code_bound SET NOT NULL`,
  );
  await client.query('COMMIT');
}
