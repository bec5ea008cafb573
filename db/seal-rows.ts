import { listAdvocates, type SealedSettings } from '@upstander/advocacy';
import { unsealedPower, type SealSettings } from '@upstander/identity';
import { unsealedMembers } from '@upstander/opportunities';
import type { Database } from '@upstander/platform';
import type pg from 'pg';

/**
 * Seals existing rows once per database, and lists the current advocates in the sealed zone.
 * Run by the owner with the migrations. The programs can't write the record that it was done, so rows written later
 * without a seal are never sealed here. Returns false if rows are left because APP_SECRET is missing.
 */
export async function sealRowsOnce(
  client: pg.Client,
  settings: Partial<SealSettings & SealedSettings>,
): Promise<boolean> {
  await client.query('BEGIN');
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('upstander: seal rows'))`);
  const { rowCount: sealedCount } = await client.query('SELECT FROM public.rows_sealed');
  const { rowCount: accountCount } = await client.query('SELECT FROM identity.account LIMIT 1');
  const secret = settings.APP_SECRET;
  if (sealedCount || (accountCount && !secret)) {
    await client.query('ROLLBACK');
    return Boolean(sealedCount);
  }
  if (accountCount && secret) {
    const db = {
      query: async <T extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []) =>
        (await client.query<T>(sql, [...params])).rows,
    };
    const advocates = await sealAllRows(db, { ...settings, APP_SECRET: secret });
    await listAdvocates(settings as SealedSettings, advocates);
  }
  await client.query('INSERT INTO public.rows_sealed (sealed_at) VALUES (now())');
  await client.query('COMMIT');
  return true;
}

/**
 * Seals every account, powerful role and membership; an operator vouches for them.
 * Returns the accounts of all advocates, for `listAdvocates`.
 */
export async function sealAllRows(db: Pick<Database, 'query'>, settings: SealSettings): Promise<string[]> {
  await unsealedPower(db, settings, 'all');
  await unsealedMembers(db, settings, 'all');
  const advocates = await db.query<{ id: string }>(
    `SELECT DISTINCT account_id AS id FROM identity."grant" WHERE role = 'advocate'`,
  );
  return advocates.map(({ id }) => id);
}
