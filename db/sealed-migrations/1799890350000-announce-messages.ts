import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the notices that tell a person about a message. Only the person turns them on, by a sealed choice. */
export class AnnounceMessages1799890350000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed.person_notice (
        record_id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('application', 'consultation')),
        -- Sealed address, hours and sender name. NULL after the person turned notices off.
        choice bytea,
        -- idle: nothing to announce. sent: none until the person comes back.
        status text NOT NULL CHECK (status IN ('idle', 'waiting', 'sent', 'failed')),
        requested_at timestamptz,
        -- Time of the last notice. Kept, because there is at most one a day.
        sent_at timestamptz,
        CONSTRAINT notice_waits CHECK (status <> 'waiting' OR requested_at IS NOT NULL AND choice IS NOT NULL)
      );
      CREATE INDEX person_notice_waiting ON sealed.person_notice (requested_at) WHERE status = 'waiting';
      ALTER TABLE sealed.person_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sealed.person_notice');
  }
}
