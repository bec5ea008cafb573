import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds items for advocates to review because a business or an opportunity closed. They hold only codes and times, no
 * text.
 */
export class CreateActionItems1799880200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed.action_item (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES sealed.application ON DELETE CASCADE,
        -- Identifies the closure, so that it is flagged only once.
        cause text NOT NULL,
        kind text NOT NULL,
        closed_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL,
        acknowledged_at timestamptz,
        acknowledged_by uuid,
        CONSTRAINT action_item_once UNIQUE (application_id, cause),
        CONSTRAINT action_item_acknowledged CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
      );
      CREATE INDEX action_item_open ON sealed.action_item (application_id) WHERE acknowledged_at IS NULL;
      ALTER TABLE sealed.action_item ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sealed.action_item');
  }
}
