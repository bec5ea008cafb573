import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posters for checking oneself in, and boards on the wall: which of their links are good. */
export class HangPosters1797400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- No row: the first poster, and no board. Versions fit into a signed link.
      CREATE TABLE events.event_door (
        event_id uuid PRIMARY KEY REFERENCES events.event ON DELETE CASCADE,
        poster_version integer NOT NULL DEFAULT 0 CHECK (poster_version BETWEEN 0 AND 65535),
        board_version integer NOT NULL DEFAULT 0 CHECK (board_version BETWEEN 0 AND 65535),
        board_open boolean NOT NULL DEFAULT false
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE events.event_door;');
  }
}
