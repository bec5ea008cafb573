import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Volunteers whom staff add at check-in may have no email address. Lists include them, so the partial indexes of the lists are
 * rebuilt. A generated column can't be changed in place, and dropping it would rewrite the table: a trigger keeps the search
 * text from now on (db/functions/volunteers/keep_search_text.sql).
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
    await rebuild(runner, '(proven_at IS NOT NULL OR met_at IS NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await rebuild(runner, 'proven_at IS NOT NULL', [
      'ALTER TABLE volunteers.volunteer DROP CONSTRAINT volunteer_is_someone',
      'DROP TRIGGER IF EXISTS volunteer_keeps_search_text ON volunteers.volunteer',
      // Their records stay, with an address that no email is sent to.
      `UPDATE volunteers.volunteer SET email = ('no-email-' || id || '@nobody.invalid')::citext WHERE email IS NULL`,
      `ALTER TABLE volunteers.volunteer ALTER COLUMN email SET NOT NULL, DROP COLUMN met_at, DROP COLUMN search_text`,
      `ALTER TABLE volunteers.volunteer ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (platform.fold(
        name || ' ' || coalesce(preferred_name, '') || ' ' || email::text || ' ' || coalesce(phone, ''))) STORED`,
    ]);
  }
}

/** The indexes of the lists: name, key, and what else limits them. */
const indexes: ReadonlyArray<[name: string, key: string, more?: string]> = [
  ['volunteer_by_name', '(sort_name, id)'],
  ['volunteer_by_activity', '(active_at, id)'],
  ['volunteer_search', 'USING gin (search_text gin_trgm_ops)'],
  ['volunteer_skill', 'USING gin (skill_ids)', `skill_ids <> '{}'`],
  ['volunteer_interest', 'USING gin (interest_ids)', `interest_ids <> '{}'`],
  ['volunteer_language', 'USING gin (languages)', `languages <> '{}'`],
  ['volunteer_availability', 'USING gin (availability jsonb_path_ops)', `availability <> '[]'`],
  ['volunteer_by_last', '(sort_last, id)'],
  ['volunteer_phone_begins', '(phone text_pattern_ops)'],
  ['volunteer_phone_local', '(substr(phone, 6) text_pattern_ops)'],
  ['volunteer_phone_ends', '(reverse(phone) text_pattern_ops)'],
  ['volunteer_by_phone', '(phone)', 'phone IS NOT NULL'],
];

/** Rebuilds the indexes; `listed` as libs/volunteers/src/access/listed.ts has it. */
async function rebuild(runner: QueryRunner, listed: string, between: readonly string[] = []): Promise<void> {
  await runner.query(`DROP INDEX ${indexes.map(([name]) => `volunteers.${name}`).join(', ')}`);
  for (const statement of between) await runner.query(statement);
  for (const [name, key, more] of indexes) {
    const where = `${listed} AND merged_into IS NULL AND erased_at IS NULL${more ? ` AND ${more}` : ''}`;
    await runner.query(`CREATE INDEX ${name} ON volunteers.volunteer ${key} WHERE ${where}`);
  }
}
