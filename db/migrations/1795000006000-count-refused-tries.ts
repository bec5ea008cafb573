import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was tried and refused is written down too: one row for a kind, an account and a minute. */
export class CountRefusedTries1795000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.security_event
        ALTER account_id DROP NOT NULL,
        ADD minute timestamptz,
        ADD detail text,
        ADD network text,
        ADD count integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT security_event_whose CHECK (account_id IS NOT NULL OR minute IS NOT NULL);
      CREATE UNIQUE INDEX security_event_counted ON identity.security_event (kind, account_id, minute)
        NULLS NOT DISTINCT WHERE minute IS NOT NULL;
      CREATE INDEX security_event_by_time ON identity.security_event (at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM identity.security_event WHERE minute IS NOT NULL;
      DROP INDEX identity.security_event_by_time, identity.security_event_counted;
      ALTER TABLE identity.security_event DROP CONSTRAINT security_event_whose, DROP count, DROP network, DROP detail,
        DROP minute, ALTER account_id SET NOT NULL;
    `);
  }
}
