import type { MigrationInterface, QueryRunner } from 'typeorm';

const asks = `(skill_ids <> '{}' OR strict_credential_ids <> '{}' OR day_credential_ids <> '{}' OR minimum_age IS NOT NULL)`;

/** Open shifts that ask for something: a skill, as until now, a credential or an age. */
export class IndexShiftsThatAsk1799820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX events.shift_open_asking;
      CREATE INDEX shift_open_asking ON events.shift (starts_at, id) WHERE is_open AND NOT is_full AND ${asks};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX events.shift_open_asking;
      CREATE INDEX shift_open_asking ON events.shift (starts_at, id) WHERE is_open AND NOT is_full AND skill_ids <> '{}';
    `);
  }
}
