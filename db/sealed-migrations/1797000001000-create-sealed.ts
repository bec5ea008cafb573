import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  ...['application', 'consultation', 'consent', 'introduction', 'message', 'audit', 'audit_head', 'legal_hold'],
];

/**
 * The sealed zone: who applied, who asked for help, what was said. The schema is made beforehand, for the role that runs
 * this; the role of the app cannot enter it. Texts are ciphertexts (bytea), bound to their table, column and row.
 *
 * Row-level security is forced even on the owner: a connection sees rows only after it has said, for this transaction,
 * whose eyes it lends (sealed.reader) and, for a person with a code or a business, which record (sealed.subject).
 */
export class CreateSealed1797000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sealed.application (
        id uuid PRIMARY KEY,
        -- Known by its id alone: nothing of the sealed zone refers to another schema.
        opportunity_id uuid NOT NULL,
        business_id uuid NOT NULL,
        alias bytea NOT NULL,
        contact bytea NOT NULL,
        note bytea,
        -- A slow hash of the reply code; its first word, hashed quickly with a secret, finds the row.
        code_hash text NOT NULL,
        code_locator bytea NOT NULL UNIQUE,
        status text NOT NULL CHECK (status IN ('new', 'contacted', 'introduced', 'closed', 'withdrawn')),
        language text NOT NULL,
        by_advocate uuid,
        taken_by uuid,
        held_until date,
        created_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX application_open ON sealed.application (created_at, id) WHERE closed_at IS NULL;

      CREATE TABLE sealed.consultation (
        id uuid PRIMARY KEY,
        alias bytea NOT NULL,
        contact bytea NOT NULL,
        -- Sealed by the server, or by the person's browser for the team's key.
        about bytea,
        about_sealed_by text CHECK (about_sealed_by IN ('server', 'browser')),
        language text NOT NULL,
        interpreter boolean NOT NULL,
        code_hash text NOT NULL,
        code_locator bytea NOT NULL UNIQUE,
        status text NOT NULL CHECK (status IN ('new', 'contacted', 'scheduled', 'closed', 'withdrawn')),
        conflict_note bytea,
        appointment_at timestamptz,
        appointment_minutes integer,
        taken_by uuid,
        held_until date,
        created_at timestamptz NOT NULL,
        closed_at timestamptz
      );
      CREATE INDEX consultation_open ON sealed.consultation (created_at, id) WHERE closed_at IS NULL;

      -- Written, for one purpose, to one recipient, for a while; and it can be taken back.
      CREATE TABLE sealed.consent (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES sealed.application ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('introduction')),
        recipient_business_id uuid NOT NULL,
        -- What may be told, in the words that were agreed.
        shares bytea NOT NULL,
        given_how text NOT NULL CHECK (given_how IN ('signed', 'by_code', 'electronically')),
        given_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        recorded_by uuid NOT NULL,
        CONSTRAINT consent_is_limited CHECK (expires_at > given_at AND expires_at <= given_at + interval '1 year'),
        CONSTRAINT consent_of UNIQUE (id, application_id, recipient_business_id)
      );

      CREATE TABLE sealed.introduction (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL REFERENCES sealed.application ON DELETE CASCADE,
        business_id uuid NOT NULL,
        opportunity_id uuid NOT NULL,
        consent_id uuid NOT NULL,
        -- What the business sees, and nothing else.
        payload bytea NOT NULL,
        answer text CHECK (answer IN ('interested', 'not_now')),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT introduction_has_consent FOREIGN KEY (consent_id, application_id, business_id)
          REFERENCES sealed.consent (id, application_id, recipient_business_id) ON DELETE CASCADE,
        CONSTRAINT introduced_once UNIQUE (application_id, business_id)
      );
      CREATE INDEX introduction_by_business ON sealed.introduction (business_id, created_at DESC, id);

      CREATE TABLE sealed.message (
        id uuid PRIMARY KEY,
        -- The application or consultation it is about; with an introduction it is between advocate and business.
        record_id uuid NOT NULL,
        introduction_id uuid REFERENCES sealed.introduction ON DELETE CASCADE,
        from_whom text NOT NULL CHECK (from_whom IN ('advocate', 'person', 'business')),
        author_id uuid,
        body bytea NOT NULL,
        read_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX message_by_record ON sealed.message (record_id, created_at, id);
      CREATE INDEX message_by_introduction ON sealed.message (introduction_id, created_at, id);

      -- Who read or did what, chained: each row holds the hash of the one before it.
      CREATE TABLE sealed.audit (
        seq bigint PRIMARY KEY,
        at timestamptz NOT NULL,
        actor_id uuid,
        actor_kind text NOT NULL CHECK (actor_kind IN ('advocate', 'person', 'business', 'system')),
        action text NOT NULL,
        record_kind text NOT NULL,
        record_id uuid NOT NULL,
        reason text,
        previous bytea NOT NULL,
        hash bytea NOT NULL
      );
      CREATE INDEX audit_by_record ON sealed.audit (record_id, seq);

      -- The end of the chain. Whoever adds a row locks it, so that the chain has one order.
      CREATE TABLE sealed.audit_head (
        id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        seq bigint NOT NULL,
        hash bytea NOT NULL
      );
      INSERT INTO sealed.audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

      CREATE FUNCTION sealed.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The audit trail is only ever added to.';
      END $$;
      CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON sealed.audit
        FOR EACH ROW EXECUTE FUNCTION sealed.refuse_change();
      CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON sealed.audit
        FOR EACH STATEMENT EXECUTE FUNCTION sealed.refuse_change();

      CREATE TABLE sealed.legal_hold (
        record_id uuid PRIMARY KEY,
        placed_by uuid NOT NULL,
        reason text NOT NULL,
        placed_at timestamptz NOT NULL,
        lifted_at timestamptz
      );

      -- Who sees what. A transaction that has said nothing sees nothing.
      CREATE FUNCTION sealed.reader() RETURNS text LANGUAGE sql STABLE
        RETURN coalesce(current_setting('sealed.reader', true), '');
      CREATE FUNCTION sealed.subject() RETURNS uuid LANGUAGE sql STABLE
        RETURN nullif(current_setting('sealed.subject', true), '')::uuid;
      CREATE FUNCTION sealed.moment() RETURNS timestamptz LANGUAGE sql STABLE
        RETURN nullif(current_setting('sealed.now', true), '')::timestamptz;

      CREATE POLICY staff ON sealed.application USING (sealed.reader() IN ('advocate', 'system'));
      CREATE POLICY own ON sealed.application USING (sealed.reader() = 'person' AND id = sealed.subject());
      CREATE POLICY staff ON sealed.consultation USING (sealed.reader() IN ('advocate', 'system'));
      CREATE POLICY own ON sealed.consultation USING (sealed.reader() = 'person' AND id = sealed.subject());
      CREATE POLICY staff ON sealed.consent USING (sealed.reader() IN ('advocate', 'system'));
      CREATE POLICY own ON sealed.consent USING (sealed.reader() = 'person' AND application_id = sealed.subject());
      CREATE POLICY recipient ON sealed.consent FOR SELECT
        USING (sealed.reader() = 'business' AND recipient_business_id = sealed.subject()
          AND revoked_at IS NULL AND expires_at > sealed.moment());
      CREATE POLICY staff ON sealed.introduction USING (sealed.reader() IN ('advocate', 'system'));
      CREATE POLICY own ON sealed.introduction FOR SELECT
        USING (sealed.reader() = 'person' AND application_id = sealed.subject());
      -- Within the consent, and not a moment longer: its own policy hides what has ended.
      CREATE POLICY recipient ON sealed.introduction
        USING (sealed.reader() = 'business' AND business_id = sealed.subject()
          AND EXISTS (SELECT FROM sealed.consent c WHERE c.id = consent_id));
      CREATE POLICY staff ON sealed.message USING (sealed.reader() IN ('advocate', 'system'));
      CREATE POLICY own ON sealed.message
        USING (sealed.reader() = 'person' AND record_id = sealed.subject() AND introduction_id IS NULL);
      CREATE POLICY recipient ON sealed.message
        USING (sealed.reader() = 'business'
          AND EXISTS (SELECT FROM sealed.introduction i WHERE i.id = introduction_id));
      CREATE POLICY readers ON sealed.audit FOR SELECT USING (sealed.reader() IN ('advocate', 'system'));
      CREATE POLICY everybody ON sealed.audit FOR INSERT WITH CHECK (actor_kind = sealed.reader());
      CREATE POLICY everybody ON sealed.audit_head USING (sealed.reader() <> '');
      CREATE POLICY staff ON sealed.legal_hold USING (sealed.reader() IN ('advocate', 'system'));
    `);
    for (const table of tables) {
      await runner.query(`ALTER TABLE sealed.${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ${tables.map((table) => `sealed.${table}`).join(', ')};
      DROP FUNCTION sealed.refuse_change, sealed.reader, sealed.subject, sealed.moment;
    `);
  }
}
