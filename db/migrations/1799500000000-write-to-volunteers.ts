import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff wrote to a volunteer, and who wants no more of it. */
export class WriteToVolunteers1799500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE volunteers.volunteer ADD COLUMN messages_stopped_at timestamptz;
      CREATE TABLE volunteers.message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        chapter_id uuid REFERENCES identity.chapter,
        subject text NOT NULL,
        body text NOT NULL,
        author_id uuid REFERENCES identity.account ON DELETE SET NULL,
        sent_at timestamptz NOT NULL
      );
      CREATE INDEX message_by_volunteer ON volunteers.message (volunteer_id, sent_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE volunteers.message;
      ALTER TABLE volunteers.volunteer DROP COLUMN messages_stopped_at;
    `);
  }
}
