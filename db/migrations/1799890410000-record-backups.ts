import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `upstander backup` records each success as the owner, so that programs can report that backups have stopped. */
export class RecordBackups1799890410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.backup_run (
        finished_at timestamptz PRIMARY KEY,
        seconds integer NOT NULL CHECK (seconds >= 0),
        bytes bigint NOT NULL CHECK (bytes >= 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform.backup_run;');
  }
}
