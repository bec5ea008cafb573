import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Completes `KnowDoorLinks` while requests go on. */
export class ValidateDoorLinks1799890621000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE events.event_door VALIDATE CONSTRAINT event_door_board_opened_by_fkey');
    await runner.query('ALTER TABLE events.event_door VALIDATE CONSTRAINT event_door_kiosk_opened_by_fkey');
  }

  /** Validated constraints are dropped with their columns. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
