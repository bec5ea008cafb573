import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the settings that admins decide, and the organization's logo. */
export class DecideSettings1799887000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.settings_version (
        subject text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        "values" jsonb NOT NULL CHECK (jsonb_typeof("values") = 'object'),
        changed_by uuid REFERENCES identity.account ON DELETE SET NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (subject, version)
      );

      CREATE TABLE identity.logo (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        width integer NOT NULL CHECK (width > 0),
        height integer NOT NULL CHECK (height > 0),
        sha256 bytea NOT NULL,
        -- Null if the bucket stores the bytes.
        bytes bytea,
        uploaded_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.settings_version, identity.logo');
  }
}
