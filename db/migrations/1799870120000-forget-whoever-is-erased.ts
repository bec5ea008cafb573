import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores a salted hash of each erased address for a day, so that emails and rows in progress at that time are dropped.
 * Erased records accept no names, and requests record if the operator opened them.
 */
export class ForgetWhoeverIsErased1799870120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.data_request ADD COLUMN address_hash bytea, ADD COLUMN by_operator boolean NOT NULL DEFAULT false;
      CREATE INDEX data_request_hash ON identity.data_request (id) WHERE address_hash IS NOT NULL;
      ALTER TABLE identity.account ADD CONSTRAINT account_of_nobody
        CHECK (email NOT LIKE '%@erased.invalid' OR name = '—') NOT VALID;
      ALTER TABLE volunteers.volunteer ADD CONSTRAINT volunteer_of_nobody CHECK (
        erased_at IS NULL OR (email LIKE '%@erased.invalid' AND name = '—' AND preferred_name IS NULL AND phone IS NULL
          AND postcode IS NULL AND accessibility_needs IS NULL AND birth_year IS NULL AND born_by IS NULL)) NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE volunteers.volunteer DROP CONSTRAINT volunteer_of_nobody;
      ALTER TABLE identity.account DROP CONSTRAINT account_of_nobody;
      DROP INDEX identity.data_request_hash;
      ALTER TABLE identity.data_request DROP COLUMN by_operator, DROP COLUMN address_hash;
    `);
  }
}
