import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mails are found by whom they went to (the mail log, what is kept of somebody, an erasure), and old sign-ups by their age,
 * without reading all there are.
 */
export class FindMailsOfSomebody1799870151000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By whole addresses, and by how they begin.
      CREATE INDEX mail_by_recipient ON notifications.mail (recipient citext_pattern_ops);
      -- Those that say who it was, by the end of their shift; the others are under null. Not a partial index: the planner knows
      -- nothing of the values of one, and reads the table.
      CREATE INDEX signup_to_forget ON events.signup ((CASE WHEN name <> '—' THEN upper(during) END));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX events.signup_to_forget, notifications.mail_by_recipient');
  }
}
