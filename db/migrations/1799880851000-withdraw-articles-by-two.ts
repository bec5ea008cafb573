import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requires a second person to confirm the withdrawal of an article. */
export class WithdrawArticlesByTwo1799880851000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE learning.article
        ADD withdrawal_requested_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ADD withdrawal_requested_at timestamptz,
        ADD withdrawal_decided_by uuid REFERENCES identity.account ON DELETE SET NULL,
        ADD withdrawal_reason text CHECK (withdrawal_reason <> ''),
        ADD CONSTRAINT article_withdrawal_whole CHECK ((withdrawal_requested_at IS NULL) = (withdrawal_reason IS NULL)),
        ADD CONSTRAINT article_withdrawal_of_published CHECK (withdrawal_requested_at IS NULL OR status = 'published'),
        ADD CONSTRAINT article_withdrawal_second_person CHECK (withdrawal_decided_by <> withdrawal_requested_by);
      CREATE INDEX article_withdrawal_requested_by ON learning.article (withdrawal_requested_by)
        WHERE withdrawal_requested_by IS NOT NULL;
      CREATE INDEX article_withdrawal_decided_by ON learning.article (withdrawal_decided_by)
        WHERE withdrawal_decided_by IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE learning.article
        DROP COLUMN withdrawal_requested_by, DROP COLUMN withdrawal_requested_at, DROP COLUMN withdrawal_reason,
        DROP COLUMN withdrawal_decided_by;
    `);
  }
}
