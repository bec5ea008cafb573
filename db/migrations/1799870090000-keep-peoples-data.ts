import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks for what is kept of them, the links that are mailed for it, and what the law says not to delete. */
export class KeepPeoplesData1799870090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.data_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email citext NOT NULL CHECK (length(email::text) <= 254),
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        mailed_at timestamptz
      );
      CREATE INDEX data_link_to_mail ON identity.data_link (created_at) WHERE mailed_at IS NULL;
      CREATE INDEX data_link_over ON identity.data_link (expires_at);

      CREATE TABLE identity.data_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('export', 'erasure')),
        status text NOT NULL CHECK (status IN ('open', 'approved', 'done', 'withdrawn')),
        email citext,
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        two_people boolean NOT NULL DEFAULT false,
        asked_by uuid REFERENCES identity.account,
        approved_by uuid REFERENCES identity.account,
        requested_at timestamptz NOT NULL,
        due_on date NOT NULL,
        approved_at timestamptz,
        ended_at timestamptz,
        ended_by uuid REFERENCES identity.account,
        told text CHECK (told IN ('held', 'done')),
        told_at timestamptz,
        CONSTRAINT data_request_of_somebody CHECK (email IS NOT NULL OR status IN ('done', 'withdrawn')),
        CONSTRAINT data_request_by_two CHECK (NOT two_people OR approved_by IS NULL OR approved_by IS DISTINCT FROM asked_by),
        CONSTRAINT data_request_ended CHECK ((ended_at IS NOT NULL) = (status IN ('done', 'withdrawn')))
      );
      CREATE UNIQUE INDEX data_request_once ON identity.data_request (email, kind) WHERE status IN ('open', 'approved');
      CREATE INDEX data_request_list ON identity.data_request (status, due_on, id);
      CREATE INDEX data_request_to_mail ON identity.data_request (requested_at) WHERE told IS NOT NULL AND told_at IS NULL;

      CREATE TABLE identity.legal_hold (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email citext,
        subject_id uuid,
        reason text NOT NULL CHECK (reason <> '' AND length(reason) <= 500),
        ends_on date NOT NULL,
        placed_by uuid NOT NULL REFERENCES identity.account,
        placed_at timestamptz NOT NULL,
        ended_by uuid REFERENCES identity.account,
        ended_at timestamptz,
        CONSTRAINT legal_hold_of_one CHECK ((email IS NULL) <> (subject_id IS NULL) OR ended_at IS NOT NULL),
        CONSTRAINT legal_hold_by_two CHECK (ended_by IS DISTINCT FROM placed_by)
      );
      CREATE INDEX legal_hold_of_email ON identity.legal_hold (email) WHERE ended_at IS NULL;
      CREATE INDEX legal_hold_of_subject ON identity.legal_hold (subject_id) WHERE ended_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.legal_hold, identity.data_request, identity.data_link');
  }
}
