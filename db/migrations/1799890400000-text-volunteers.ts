import type { MigrationInterface, QueryRunner } from 'typeorm';

const e164 = (column: string) => `${column} ~ '^\\+[1-9][0-9]{6,14}$'`;

/** People can get texts about their sign-ups, with a record of their consent, and can answer them. */
export class TextVolunteers1799890400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notifications.sms_code (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text NOT NULL CHECK (${e164('number')}),
        recipient citext NOT NULL,
        account_id uuid NOT NULL,
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        channel text NOT NULL CHECK (channel IN ('text', 'both')),
        wording text NOT NULL,
        wording_version text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3)
      );
      CREATE INDEX sms_code_by_recipient ON notifications.sms_code (recipient, created_at);
      CREATE TABLE notifications.sms_consent (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        number text NOT NULL CHECK (${e164('number')}),
        recipient citext NOT NULL,
        account_id uuid,
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        channel text NOT NULL CHECK (channel IN ('text', 'both')),
        wording text NOT NULL,
        wording_version text NOT NULL,
        source text NOT NULL CHECK (source IN ('account', 'text')),
        given_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        revoked_by text CHECK (revoked_by IN ('text', 'account', 'link', 'carrier', 'new_owner', 'new_number')),
        revoked_detail text,
        CONSTRAINT sms_consent_revocation CHECK ((revoked_at IS NULL) = (revoked_by IS NULL)),
        CONSTRAINT sms_consent_ends_after_it_begins CHECK (revoked_at >= given_at)
      );
      -- A number has one owner, and a person one number.
      CREATE UNIQUE INDEX sms_consent_open_number ON notifications.sms_consent (number) WHERE revoked_at IS NULL;
      CREATE UNIQUE INDEX sms_consent_open_recipient ON notifications.sms_consent (recipient) WHERE revoked_at IS NULL;
      CREATE INDEX sms_consent_by_number ON notifications.sms_consent (number, given_at);
      CREATE INDEX sms_consent_by_recipient ON notifications.sms_consent (recipient, given_at);
      CREATE TABLE notifications.sms (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        key text NOT NULL UNIQUE,
        template text NOT NULL,
        subject_id uuid,
        consent_id uuid REFERENCES notifications.sms_consent ON DELETE CASCADE,
        code_id uuid REFERENCES notifications.sms_code ON DELETE CASCADE,
        recipient citext NOT NULL,
        number text CHECK (${e164('number')}),
        locale text NOT NULL CHECK (locale IN ('en', 'es')),
        data jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'due' CHECK (status IN
          ('due', 'sending', 'queued', 'sent', 'delivered', 'undelivered', 'failed', 'skipped')),
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        first_tried_at timestamptz,
        claimed_by uuid,
        claimed_until timestamptz,
        sent_at timestamptz(3),
        provider_id text,
        segments integer,
        error_code integer,
        last_error text,
        asked_until timestamptz(3),
        answer integer CHECK (answer IN (1, 2)),
        answered_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT sms_has_consent_or_is_code CHECK (num_nonnulls(consent_id, code_id) = 1),
        CONSTRAINT sms_has_number_until_sent CHECK (number IS NOT NULL OR status NOT IN ('due', 'sending'))
      );
      CREATE INDEX sms_due ON notifications.sms (due_at, id) WHERE status = 'due';
      CREATE INDEX sms_claimed ON notifications.sms (claimed_until) WHERE status = 'sending';
      CREATE INDEX sms_by_number ON notifications.sms (number, created_at);
      CREATE INDEX sms_by_recipient ON notifications.sms (recipient, created_at);
      CREATE INDEX sms_by_consent ON notifications.sms (consent_id);
      CREATE INDEX sms_by_code ON notifications.sms (code_id);
      CREATE TABLE notifications.sms_received (
        provider_id text PRIMARY KEY,
        number text NOT NULL,
        recipient citext,
        received_at timestamptz(3) NOT NULL,
        outcome text CHECK (outcome IN ('revoked', 'help', 'resumed', 'answered', 'unclear', 'unread')),
        reply text
      );
      CREATE INDEX sms_received_by_number ON notifications.sms_received (number, received_at);
      CREATE INDEX sms_received_by_recipient ON notifications.sms_received (recipient);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notifications.sms_received, notifications.sms, notifications.sms_consent, notifications.sms_code;
      DROP FUNCTION IF EXISTS notifications.keep_sms_consent();
    `);
  }
}
