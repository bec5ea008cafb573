import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the clock of an authenticator app is off, in steps of 30 seconds, so that each of its codes lives for one step. */
export class KeepDriftOfApps1799882000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.account
        ADD COLUMN totp_drift smallint,
        ADD CONSTRAINT account_totp_drift_check CHECK (totp_drift BETWEEN -1 AND 1) NOT VALID,
        -- Step of a right code beside the expected step. The next code after it proves that the clock was changed.
        ADD COLUMN totp_pending_step bigint;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity.account DROP COLUMN totp_drift, DROP COLUMN totp_pending_step;');
  }
}
