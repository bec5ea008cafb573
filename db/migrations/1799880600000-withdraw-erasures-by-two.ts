import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds the reason an erasure is blocked, the staff member who proposed to withdraw a request, and the session of a
 * link.
 */
export class WithdrawErasuresByTwo1799880600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.data_request
        ADD COLUMN refused_code text CHECK (refused_code ~ '^[A-Z_]{1,60}$'),
        ADD COLUMN withdrawal_asked_by uuid REFERENCES identity.account,
        ADD COLUMN withdrawal_asked_at timestamptz,
        ADD CONSTRAINT data_request_withdrawn_by_two CHECK (ended_by IS DISTINCT FROM withdrawal_asked_by OR ended_by IS NULL),
        DROP CONSTRAINT data_request_told_check,
        ADD CONSTRAINT data_request_told_check CHECK (told IN ('held', 'done', 'withdrawn'));
      ALTER TABLE identity.data_link
        ADD COLUMN session_id uuid REFERENCES identity.session ON DELETE CASCADE,
        ADD COLUMN downloaded_at timestamptz;
      CREATE INDEX data_link_of_session ON identity.data_link (session_id) WHERE session_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX identity.data_link_of_session;
      ALTER TABLE identity.data_link DROP COLUMN downloaded_at, DROP COLUMN session_id;
      UPDATE identity.data_request SET told = NULL WHERE told = 'withdrawn';
      ALTER TABLE identity.data_request
        DROP CONSTRAINT data_request_told_check,
        ADD CONSTRAINT data_request_told_check CHECK (told IN ('held', 'done')),
        DROP CONSTRAINT data_request_withdrawn_by_two,
        DROP COLUMN withdrawal_asked_at,
        DROP COLUMN withdrawal_asked_by,
        DROP COLUMN refused_code;
    `);
  }
}
