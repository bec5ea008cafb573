import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people who help: one row for each e-mail address. */
export class CreateVolunteers1795000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA volunteers;

      CREATE TABLE volunteers.volunteer (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email citext NOT NULL UNIQUE,
        name text NOT NULL,
        phone text,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es')),
        -- Empty until the owner of the address followed a link sent to it.
        proven_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA volunteers CASCADE;`);
  }
}
