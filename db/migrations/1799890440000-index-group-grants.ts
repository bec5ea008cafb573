import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Completes `AddSingleSignOn` while requests go on, because every volunteer has a grant. */
export class IndexGroupGrants1799890440000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS grant_by_identity
      ON identity."grant" (identity_id) WHERE identity_id IS NOT NULL`);
    await runner.query('ALTER TABLE identity."grant" VALIDATE CONSTRAINT grant_identity_id_fkey');
    await runner.query('ALTER TABLE identity.session VALIDATE CONSTRAINT session_first_step_check');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX identity.grant_by_identity');
  }
}
