import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What staff did: who, by which operation, to which things, when. It only grows. An account that is gone is still named by
 * its id, and things may be of any schema: there are no foreign keys.
 */
export class WriteDownStaffActions1799870071000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.staff_action (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL,
        account_id uuid NOT NULL,
        -- As the API calls it; 'export' for a file, whose route is the detail.
        operation text NOT NULL,
        -- Under which it stands in the log.
        request_id text NOT NULL,
        detail text
      );
      CREATE INDEX staff_action_by_time ON identity.staff_action (at DESC, id DESC);
      CREATE INDEX staff_action_by_account ON identity.staff_action (account_id, at DESC, id DESC);
      CREATE INDEX staff_action_by_operation ON identity.staff_action (operation, at DESC, id DESC);
      CREATE INDEX staff_action_by_request ON identity.staff_action (request_id);

      CREATE TABLE identity.staff_action_thing (
        action_id uuid NOT NULL,
        kind text NOT NULL,
        thing_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (action_id, thing_id)
      );
      CREATE INDEX staff_action_thing_by_thing ON identity.staff_action_thing (thing_id);
      CREATE INDEX staff_action_thing_by_time ON identity.staff_action_thing (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION IF EXISTS identity.forget_staff_actions(timestamptz);
      DROP TABLE identity.staff_action_thing;
      DROP TABLE identity.staff_action;
    `);
  }
}
