import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A code is bound to its record, so that its hash in another record opens nothing; and the reasons in the trail are
 * sealed. What was there before is bound by `bindCodes`, which needs the keys; then nothing without it is let in.
 */
export class BindCodesAndSealReasons1797000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sealed.application ADD COLUMN code_bound bytea;
      ALTER TABLE sealed.consultation ADD COLUMN code_bound bytea;
      -- What stands in reason was written before there was this one, and is chained as it is.
      ALTER TABLE sealed.audit ADD COLUMN sealed_reason bytea;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sealed.audit DROP COLUMN sealed_reason;
      ALTER TABLE sealed.consultation DROP COLUMN code_bound;
      ALTER TABLE sealed.application DROP COLUMN code_bound;
    `);
  }
}
