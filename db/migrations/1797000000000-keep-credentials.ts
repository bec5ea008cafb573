import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a volunteer must have to take part: its kinds as data, the texts people sign, and what each of them has. */
export class KeepCredentials1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE volunteers.credential_type (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('training', 'waiver', 'screening', 'age')),
        name text NOT NULL,
        name_es text NOT NULL,
        how_to_get text NOT NULL DEFAULT '',
        how_to_get_es text NOT NULL DEFAULT '',
        -- Null where it does not run out.
        valid_months integer CHECK (valid_months BETWEEN 1 AND 240),
        warn_days integer NOT NULL DEFAULT 30 CHECK (warn_days BETWEEN 1 AND 365),
        minimum_age integer CHECK (minimum_age BETWEEN 1 AND 120),
        -- The version of the text that stands; null where there is none (yet).
        text_version integer,
        retired_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((kind = 'age') = (minimum_age IS NOT NULL)),
        CHECK (text_version IS NULL OR kind IN ('waiver', 'screening')),
        UNIQUE (id, kind)
      );
      CREATE UNIQUE INDEX credential_type_once ON volunteers.credential_type (platform.fold(name));

      -- What people sign or are told before they are asked: each version stays as it was.
      CREATE TABLE volunteers.credential_text (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        type_id uuid NOT NULL REFERENCES volunteers.credential_type,
        version integer NOT NULL CHECK (version >= 1),
        body text NOT NULL,
        body_es text NOT NULL,
        published_at timestamptz NOT NULL,
        published_by uuid REFERENCES identity.account ON DELETE SET NULL,
        UNIQUE (type_id, version)
      );
      ALTER TABLE volunteers.credential_type ADD FOREIGN KEY (id, text_version) REFERENCES volunteers.credential_text (type_id, version);

      CREATE TABLE volunteers.credential (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        volunteer_id uuid NOT NULL REFERENCES volunteers.volunteer,
        type_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL CHECK (status IN ('claimed', 'requested', 'disclosed', 'authorised', 'under_review',
          'approved', 'rejected', 'withdrawn', 'revoked')),
        issued_on date,
        -- The last day on which it counts; null where it does not run out.
        expires_on date,
        evidence text NOT NULL DEFAULT '',
        event_id uuid REFERENCES events.event ON DELETE SET NULL,
        text_version integer,
        signed_name text,
        signed_at timestamptz,
        signed_locale text CHECK (signed_locale IN ('en', 'es')),
        guardian_email citext,
        token_version integer NOT NULL DEFAULT 0,
        disclosed_at timestamptz,
        authorised_at timestamptz,
        -- Of a screening, the reference of whoever did it: nothing of the report is kept.
        provider_reference text,
        notified_at timestamptz,
        final_from date,
        decided_by uuid REFERENCES identity.account ON DELETE SET NULL,
        decided_at timestamptz,
        reason text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        FOREIGN KEY (type_id, kind) REFERENCES volunteers.credential_type (id, kind),
        FOREIGN KEY (type_id, text_version) REFERENCES volunteers.credential_text (type_id, version),
        -- What is signed says which text, when, and the name that was typed.
        CHECK (kind <> 'waiver' OR text_version IS NOT NULL),
        CHECK (kind <> 'waiver' OR status NOT IN ('approved', 'revoked') OR (signed_name IS NOT NULL AND signed_at IS NOT NULL)),
        -- FCRA, 15 U.S.C. 1681b(b): first the disclosure by itself, then the authorisation in writing, then the screening;
        -- before a refusal a notice, and time to answer it.
        CONSTRAINT screening_in_order CHECK (kind <> 'screening' OR (
          (status IN ('requested', 'withdrawn') OR (disclosed_at IS NOT NULL AND text_version IS NOT NULL))
          AND (status IN ('requested', 'disclosed', 'withdrawn') OR (coalesce(authorised_at >= disclosed_at, false) AND signed_name IS NOT NULL))
          AND (status NOT IN ('under_review', 'rejected') OR (coalesce(notified_at >= authorised_at, false) AND final_from IS NOT NULL))
        ))
      );
      -- Whoever asks twice waits once.
      CREATE UNIQUE INDEX credential_open_once ON volunteers.credential (volunteer_id, type_id)
        WHERE status IN ('claimed', 'requested', 'disclosed', 'authorised', 'under_review');
      -- One training is given once for an event.
      CREATE UNIQUE INDEX credential_of_event_once ON volunteers.credential (volunteer_id, type_id, event_id) WHERE event_id IS NOT NULL;
      CREATE INDEX credential_by_volunteer ON volunteers.credential (volunteer_id, type_id);
      CREATE INDEX credential_held ON volunteers.credential (type_id, volunteer_id) WHERE status = 'approved';
      CREATE INDEX credential_to_decide ON volunteers.credential (created_at, id) WHERE status IN ('claimed', 'authorised', 'under_review');
      CREATE INDEX credential_expiring ON volunteers.credential (expires_on) WHERE status = 'approved' AND expires_on IS NOT NULL;

      ALTER TABLE events.shift
        ADD COLUMN strict_credential_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN day_credential_ids uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN credentials_due_hours integer NOT NULL DEFAULT 24 CHECK (credentials_due_hours BETWEEN 0 AND 720);
      -- Few shifts ask for anything, and the job that reminds looks at those alone.
      CREATE INDEX shift_with_requirements ON events.shift (starts_at)
        WHERE strict_credential_ids <> '{}' OR day_credential_ids <> '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX events.shift_with_requirements;
      ALTER TABLE events.shift DROP COLUMN strict_credential_ids, DROP COLUMN day_credential_ids,
        DROP COLUMN credentials_due_hours;
      DROP TABLE volunteers.credential;
      ALTER TABLE volunteers.credential_type DROP CONSTRAINT credential_type_id_text_version_fkey;
      DROP TABLE volunteers.credential_text, volunteers.credential_type;
    `);
  }
}
