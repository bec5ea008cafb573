import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives a kiosk its own revocable link for each event instead of an organizer's session. */
export class GiveKiosksALink1799880500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event_door
        ADD COLUMN kiosk_version integer NOT NULL DEFAULT 0,
        ADD COLUMN kiosk_open boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.event_door DROP COLUMN kiosk_version, DROP COLUMN kiosk_open');
  }
}
