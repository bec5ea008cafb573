import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listIndexes } from './volunteer-list-indexes.js';

/**
 * Volunteers whom staff add at check-in may have no email address. Lists include them: `IndexLargeTables` rebuilds the
 * indexes. A generated column can't be changed in place, and dropping it would rewrite the table: a trigger keeps the
 * search text from now on (db/functions/volunteers/keep_search_text.sql).
 */
export class AdmitWithoutEmail1799881000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE volunteers.volunteer
        ALTER COLUMN email DROP NOT NULL,
        ALTER COLUMN search_text DROP EXPRESSION,
        -- When staff met the volunteer and added them without an address.
        ADD COLUMN met_at timestamptz,
        ADD CONSTRAINT volunteer_is_someone CHECK (email IS NOT NULL OR met_at IS NOT NULL AND proven_at IS NULL) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ${listIndexes.map(([name]) => `volunteers.${name}`).join(', ')}`);
    await runner.query(`
      ALTER TABLE volunteers.volunteer DROP CONSTRAINT volunteer_is_someone;
      DROP TRIGGER IF EXISTS volunteer_keeps_search_text ON volunteers.volunteer;
      -- Their records stay, with an address that no email is sent to.
      UPDATE volunteers.volunteer SET email = ('no-email-' || id || '@nobody.invalid')::citext WHERE email IS NULL;
      ALTER TABLE volunteers.volunteer ALTER COLUMN email SET NOT NULL, DROP COLUMN met_at, DROP COLUMN search_text;
      ALTER TABLE volunteers.volunteer ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (platform.fold(
        name || ' ' || coalesce(preferred_name, '') || ' ' || email::text || ' ' || coalesce(phone, ''))) STORED;
    `);
    for (const [name, key, more] of listIndexes) {
      const where = `proven_at IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL${more ? ` AND ${more}` : ''}`;
      await runner.query(`CREATE INDEX ${name} ON volunteers.volunteer ${key} WHERE ${where}`);
    }
  }
}
