import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * New words for what is public wait beside those that somebody approved: { title, summary, story }. With a time they wait
 * for an answer; without one they were answered with the note.
 */
export class KeepEditsAside1799000100500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['campaign', 'page']) {
      await runner.query(`
        ALTER TABLE fundraising.${table} ADD COLUMN edit jsonb, ADD COLUMN edit_at timestamptz, ADD COLUMN edit_note text,
          -- Whether its owner hears of gifts, and when they last did.
          ADD COLUMN gift_mails boolean NOT NULL DEFAULT true, ADD COLUMN gifts_told_at timestamptz;
      `);
    }
    await runner.query(`
      -- Of which gift which owner was told in which mail: each once, however late a gift was booked.
      CREATE TABLE fundraising.gift_notice (
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        owner_id uuid NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (gift_id, owner_id)
      );
      CREATE INDEX gift_notice_by_owner ON fundraising.gift_notice (owner_id, told_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fundraising.gift_notice');
    for (const table of ['page', 'campaign']) {
      await runner.query(`
        ALTER TABLE fundraising.${table} DROP COLUMN gifts_told_at, DROP COLUMN gift_mails, DROP COLUMN edit_note, DROP COLUMN edit_at, DROP COLUMN edit;
      `);
    }
  }
}
