import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Businesses that offer work, and how they were vetted. */
export class CreateBusinesses1798000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA opportunities;

      CREATE TABLE opportunities.business (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- What was vetted: an edit of one of these asks for a new vetting.
        legal_name text NOT NULL,
        registration_number text NOT NULL,
        street text NOT NULL,
        city text NOT NULL,
        region text NOT NULL,
        postal_code text NOT NULL,
        country text NOT NULL DEFAULT 'US' CHECK (country ~ '^[A-Z]{2}$'),
        website text NOT NULL,
        supervisor_name text NOT NULL,
        supervisor_title text NOT NULL,
        supervisor_phone text NOT NULL,
        -- What may be edited freely.
        offers text NOT NULL,
        status text NOT NULL CHECK (status IN ('submitted', 'in_review', 'changes_requested', 'approved', 'refused', 'lapsed',
          'suspended')),
        -- Said to the business, for every state that needs a word.
        status_reason text NOT NULL DEFAULT '',
        approved_until date,
        -- Counts the vettings: approvals and evidence belong to one of them.
        round integer NOT NULL DEFAULT 1,
        submitted_at timestamptz NOT NULL,
        vetted_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT approved_has_an_end CHECK (status <> 'approved' OR approved_until IS NOT NULL),
        CONSTRAINT business_once UNIQUE (country, registration_number)
      );
      CREATE INDEX business_queue ON opportunities.business (submitted_at, id)
        WHERE status IN ('submitted', 'in_review', 'lapsed');
      CREATE INDEX business_ending ON opportunities.business (approved_until) WHERE status = 'approved';

      CREATE TABLE opportunities.member (
        business_id uuid NOT NULL REFERENCES opportunities.business,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('owner', 'editor')),
        frozen_at timestamptz,
        frozen_by uuid REFERENCES identity.account ON DELETE SET NULL,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (business_id, account_id)
      );
      CREATE INDEX member_by_account ON opportunities.member (account_id);

      -- What was looked at: in the register, by a mail to their own domain, by calling a number that they did not give us.
      CREATE TABLE opportunities.evidence (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        business_id uuid NOT NULL REFERENCES opportunities.business,
        round integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('registry', 'domain_mail', 'call_back', 'address', 'reputation')),
        passed boolean NOT NULL,
        source text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        -- Null for a domain that proved itself by its mail.
        recorded_by uuid REFERENCES identity.account ON DELETE SET NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX evidence_of_business ON opportunities.evidence (business_id, round, recorded_at DESC);

      -- Two different people of staff, each once a round.
      CREATE TABLE opportunities.approval (
        business_id uuid NOT NULL REFERENCES opportunities.business,
        round integer NOT NULL,
        account_id uuid NOT NULL REFERENCES identity.account,
        approved_at timestamptz NOT NULL,
        PRIMARY KEY (business_id, round, account_id)
      );

      CREATE TABLE opportunities.business_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        business_id uuid NOT NULL REFERENCES opportunities.business,
        at timestamptz NOT NULL,
        actor_id uuid REFERENCES identity.account ON DELETE SET NULL,
        kind text NOT NULL,
        from_status text,
        to_status text,
        note text NOT NULL DEFAULT ''
      );
      CREATE INDEX business_event_of ON opportunities.business_event (business_id, id DESC);

      -- No approval without two different people: the database itself says so.
      CREATE FUNCTION opportunities.two_people() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'approved' AND OLD.status IS DISTINCT FROM 'approved' AND (
          SELECT count(*) FROM opportunities.approval a WHERE a.business_id = NEW.id AND a.round = NEW.round
        ) < 2 THEN
          RAISE EXCEPTION 'A business is approved by two different people.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'business_two_people';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER business_two_people BEFORE UPDATE OF status ON opportunities.business
        FOR EACH ROW EXECUTE FUNCTION opportunities.two_people();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA opportunities CASCADE;`);
  }
}
