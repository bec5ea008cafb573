import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records who created the kiosk and wall board links, and when they were last used. */
export class KnowDoorLinks1799890620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event_door
        ADD COLUMN board_opened_by uuid,
        ADD COLUMN board_opened_at timestamptz(3),
        ADD COLUMN board_used_at timestamptz(3),
        ADD COLUMN kiosk_opened_by uuid,
        ADD COLUMN kiosk_opened_at timestamptz(3),
        ADD COLUMN kiosk_used_at timestamptz(3),
        ADD CONSTRAINT event_door_board_opened_by_fkey
          FOREIGN KEY (board_opened_by) REFERENCES identity.account ON DELETE SET NULL NOT VALID,
        ADD CONSTRAINT event_door_kiosk_opened_by_fkey
          FOREIGN KEY (kiosk_opened_by) REFERENCES identity.account ON DELETE SET NULL NOT VALID;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE events.event_door
        DROP COLUMN board_opened_by, DROP COLUMN board_opened_at, DROP COLUMN board_used_at,
        DROP COLUMN kiosk_opened_by, DROP COLUMN kiosk_opened_at, DROP COLUMN kiosk_used_at;
    `);
  }
}
