import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organizers see of each other's changes and of what volunteers answered, and how a sign-up may end. */
export class LookAfterEvents1795041000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Raised by every change of what an organizer wrote: a change written on an older version is refused.
      ALTER TABLE events.event ADD COLUMN version integer NOT NULL DEFAULT 1;

      -- Who took somebody off a shift: added again, that person stands where they stood before.
      ALTER TABLE events.signup ADD COLUMN removed_by uuid REFERENCES identity.account ON DELETE SET NULL;

      -- Whose address was never confirmed gets a kind word when the sign-up has ended.
      CREATE INDEX signup_lapsed ON events.signup (ended_at)
        WHERE status = 'expired' AND proven_at IS NULL AND repeat_of IS NULL;

      -- Answers are read page by page without the sign-up they came from: an id and an order of their own.
      ALTER TABLE events.feedback ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.feedback DROP COLUMN id;
      DROP INDEX events.signup_lapsed;
      ALTER TABLE events.signup DROP COLUMN removed_by;
      ALTER TABLE events.event DROP COLUMN version;
    `);
  }
}
