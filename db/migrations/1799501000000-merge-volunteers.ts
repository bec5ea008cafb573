import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one person become one, and can be parted again. */
export class MergeVolunteers1799501000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE volunteers.merge (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kept_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        merged_id uuid NOT NULL REFERENCES volunteers.volunteer ON DELETE CASCADE,
        by_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        merged_at timestamptz NOT NULL,
        -- What undoing needs: ids of what moved, the chapters and the fields as they were, the version it left.
        moved jsonb NOT NULL,
        kept_version integer NOT NULL,
        undone_at timestamptz,
        undone_by uuid REFERENCES identity.account ON DELETE SET NULL,
        CHECK (kept_id <> merged_id)
      );
      CREATE UNIQUE INDEX merged_once ON volunteers.merge (merged_id) WHERE undone_at IS NULL;
      CREATE INDEX merge_by_kept ON volunteers.merge (kept_id, merged_at);
      CREATE INDEX volunteer_by_phone ON volunteers.volunteer (phone)
        WHERE phone IS NOT NULL AND proven_at IS NOT NULL AND merged_into IS NULL AND erased_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE volunteers.merge; DROP INDEX volunteers.volunteer_by_phone');
  }
}
