import type { MigrationInterface, QueryRunner } from 'typeorm';

const allow = (statuses: string) => `
  ALTER TABLE sealed.person_notice
    DROP CONSTRAINT person_notice_status_check,
    ADD CONSTRAINT person_notice_status_check CHECK (status IN (${statuses}))`;

/** A phone that replied STOP gets no more notices until the person chooses them again. */
export class TextNotices1799890360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow(`'idle', 'waiting', 'sent', 'failed', 'stopped'`));
  }

  /** Earlier programs can't read a choice of texts. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sealed.person_notice DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY;
      UPDATE sealed.person_notice SET status = 'idle', choice = NULL WHERE status = 'stopped';
      ALTER TABLE sealed.person_notice ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY;
    `);
    await runner.query(allow(`'idle', 'waiting', 'sent', 'failed'`));
  }
}
