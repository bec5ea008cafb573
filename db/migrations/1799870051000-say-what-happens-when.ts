import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event may say what happens when: lines of a time and a text in both languages. */
export class SayWhatHappensWhen1799870051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE events.event ADD COLUMN agenda jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(agenda) = 'array')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.event DROP COLUMN agenda');
  }
}
