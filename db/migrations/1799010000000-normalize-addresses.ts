import { normalEmail } from '@upstander/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that know a person by an address. */
const tables = ['identity.account', 'identity.sign_in_code', 'volunteers.volunteer', 'fundraising.donor'] as const;

const isNormal = `email::text = lower(email::text COLLATE "C") AND email::text ~ '^[^[:space:][:cntrl:]@]+@[a-z0-9._-]+$'`;

/**
 * One mailbox, one text: rows written before addresses were normalised get their normal form, and from then on the
 * database takes no other. Where that form is taken already, the row was a look-alike of somebody else: it keeps its
 * history and loses its address, and an account like that is closed.
 */
export class NormalizeAddresses1799010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await normalizeRows(runner, table);
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${nameOf(table)} CHECK (${isNormal})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${nameOf(table)}`);
  }
}

async function normalizeRows(runner: QueryRunner, table: (typeof tables)[number]): Promise<void> {
  // Plain ASCII in lower case is normal already: of a million rows only the others are read.
  const rows: Array<{ id: string; email: string }> = await runner.query(
    `SELECT id, email::text AS email FROM ${table} WHERE email::text !~ '^[!-?A-\`a-~]+@[a-z0-9._-]+$'
       OR email::text <> lower(email::text COLLATE "C") ORDER BY id`,
  );
  for (const { id, email } of rows) {
    const normal = normalEmail(email) ?? normalEmail(email.replace(/[\p{Cf}\p{Cc}]/gu, ''));
    if (normal === email) continue;
    const set =
      normal !== null && !(await isTaken(runner, table, { id, normal })) ? normal : `look-alike-${id}@nobody.invalid`;
    const closed = table === 'identity.account' && set !== normal ? ', disabled_at = coalesce(disabled_at, now())' : '';
    await runner.query(`UPDATE ${table} SET email = $2${closed} WHERE id = $1`, [id, set]);
  }
}

/** Codes are no people: several may have one address. */
async function isTaken(runner: QueryRunner, table: string, row: { id: string; normal: string }): Promise<boolean> {
  if (table === 'identity.sign_in_code') return false;
  const others: unknown[] = await runner.query(`SELECT FROM ${table} WHERE email = $2 AND id <> $1`, [
    row.id,
    row.normal,
  ]);
  return others.length > 0;
}

function nameOf(table: string): string {
  return `${table.split('.')[1]}_email_is_normal`;
}
