import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A shift carries, too, from when on everybody and the chapter's members may sign up: who looks for one is shown no other. */
export class OpenShiftsInStages1799730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.shift
        ADD COLUMN opens_at timestamptz(3),
        ADD COLUMN opens_to_members_at timestamptz(3);
      UPDATE events.shift s SET opens_at = e.opens_at, opens_to_members_at = e.opens_to_members_at
        FROM events.event e WHERE e.id = s.event_id AND e.opens_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.shift DROP COLUMN opens_at, DROP COLUMN opens_to_members_at');
  }
}
