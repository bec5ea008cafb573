import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Continuous backups and restore drills are recorded with the dumps. Programs of the previous release write dumps only. */
export class RecordRestoreDrills1799890630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE platform.backup_run ADD COLUMN kind text NOT NULL DEFAULT 'dump'
        CONSTRAINT backup_run_kind_check CHECK (kind IN ('dump', 'continuous', 'restore-drill'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM platform.backup_run WHERE kind = 'restore-drill';
      ALTER TABLE platform.backup_run DROP COLUMN kind;
    `);
  }
}
