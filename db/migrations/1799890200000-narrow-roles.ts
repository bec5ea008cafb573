import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds custom roles, which narrow a built-in role to some areas, and the accounts that have one. */
export class NarrowRoles1799890200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.custom_role (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        name_es text,
        base_role text NOT NULL CHECK (base_role IN ('finance', 'moderator', 'organizer')),
        view_areas text[] NOT NULL DEFAULT '{}',
        manage_areas text[] NOT NULL DEFAULT '{}',
        retired_at timestamptz,
        created_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        seal bytea NOT NULL
      );
      CREATE UNIQUE INDEX custom_role_once ON identity.custom_role (platform.fold(name)) WHERE retired_at IS NULL;

      ALTER TABLE identity.role_request ADD COLUMN custom_role_id uuid REFERENCES identity.custom_role;
      CREATE INDEX role_request_of_custom_role ON identity.role_request (custom_role_id) WHERE custom_role_id IS NOT NULL;
      ALTER TABLE identity.notice ADD COLUMN custom_role_id uuid REFERENCES identity.custom_role;

      -- Not in identity.grant: a program of an earlier release would read such a row as the whole base role.
      CREATE TABLE identity.custom_grant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        custom_role_id uuid NOT NULL REFERENCES identity.custom_role,
        chapter_id uuid REFERENCES identity.chapter ON DELETE CASCADE,
        request_id uuid REFERENCES identity.role_request ON DELETE SET NULL,
        by_command_line boolean NOT NULL DEFAULT false,
        granted_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL,
        seal bytea NOT NULL,
        CONSTRAINT custom_grant_once UNIQUE NULLS NOT DISTINCT (account_id, custom_role_id, chapter_id)
      );
      CREATE INDEX custom_grant_of_role ON identity.custom_grant (custom_role_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.custom_grant;
      DELETE FROM identity.notice WHERE custom_role_id IS NOT NULL;
      ALTER TABLE identity.notice DROP COLUMN custom_role_id;
      DELETE FROM identity.role_request WHERE custom_role_id IS NOT NULL;
      DROP TRIGGER IF EXISTS role_request_keeps ON identity.role_request;
      ALTER TABLE identity.role_request DROP COLUMN custom_role_id;
      DROP TABLE identity.custom_role;
    `);
  }
}
