import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds emails by recipient (email log, data exports, erasures) and old sign-ups by age without reading the whole
 * table.
 */
export class FindMailsOfSomebody1799870151000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // For exact addresses and prefixes.
    await runner.query(
      'CREATE INDEX CONCURRENTLY IF NOT EXISTS mail_by_recipient ON notifications.mail (recipient citext_pattern_ops)',
    );
    // Sign-ups that still have a name, by the end of their shift; the others are null. Not a partial index: the planner has
    // no statistics of its values and would scan the table.
    await runner.query(
      `CREATE INDEX CONCURRENTLY IF NOT EXISTS signup_to_forget
       ON events.signup ((CASE WHEN name <> '—' THEN upper(during) END))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX events.signup_to_forget, notifications.mail_by_recipient');
  }
}
