import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The public list is narrowed to what is near a postcode: those there are read by it, in the order of their starts. */
export class IndexEventsNear1799870050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX event_public_near ON events.event (postcode, starts_at, id)
       WHERE postcode IS NOT NULL AND status IN ('published', 'cancelled')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX events.event_public_near');
  }
}
