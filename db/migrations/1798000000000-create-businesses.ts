import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Businesses that offer work, who acts for them, and how they were vetted. */
export class CreateBusinesses1798000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA opportunities;

      CREATE TABLE opportunities.business (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- What is vetted: an edit of one of these asks for a new vetting.
        legal_name text NOT NULL,
        registration_number text NOT NULL,
        street text NOT NULL,
        city text NOT NULL,
        region text NOT NULL,
        postal_code text NOT NULL,
        country text NOT NULL DEFAULT 'US' CHECK (country ~ '^[A-Z]{2}$'),
        website text NOT NULL,
        -- The host of the website without its www: where a proof by mail goes.
        mail_domain text NOT NULL,
        supervisor_name text NOT NULL,
        supervisor_title text NOT NULL,
        supervisor_phone text NOT NULL CHECK (supervisor_phone ~ '^[+][0-9]{5,15}$'),
        -- What may be edited freely.
        offers text NOT NULL,
        status text NOT NULL CHECK (status IN ('submitted', 'in_review', 'changes_requested', 'approved', 'refused', 'lapsed',
          'suspended')),
        -- Said to the business, for every state that needs a word.
        status_reason text NOT NULL DEFAULT '',
        -- The last day (UTC) for which it is approved; a lapsed one keeps the day it ran out.
        approved_until date,
        -- What was vetted then, for the difference that staff reads.
        approved_fields jsonb,
        -- Counts the vettings: approvals belong to one of them. Evidence counts from this round on.
        round integer NOT NULL DEFAULT 1,
        evidence_since integer NOT NULL DEFAULT 1,
        -- Approved, and submitted again for the next year: shown meanwhile.
        renewing boolean NOT NULL DEFAULT false,
        submitted_at timestamptz NOT NULL,
        vetted_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        -- "C 123-456" and "c123456" are one number.
        registration_key text NOT NULL GENERATED ALWAYS AS
          (upper(regexp_replace(registration_number, '[^A-Za-z0-9]', '', 'g'))) STORED,
        search_text text NOT NULL GENERATED ALWAYS AS
          (platform.fold(legal_name || ' ' || registration_number || ' ' || city || ' ' || website)) STORED,
        CONSTRAINT approved_has_an_end CHECK (status <> 'approved' OR approved_until IS NOT NULL),
        CONSTRAINT only_approved_renew CHECK (status = 'approved' OR NOT renewing),
        CONSTRAINT evidence_of_a_round CHECK (evidence_since BETWEEN 1 AND round)
      );
      -- A refused one does not keep the number from whoever it really belongs to.
      CREATE UNIQUE INDEX business_once ON opportunities.business (country, registration_key) WHERE status <> 'refused';
      CREATE INDEX business_refused ON opportunities.business (country, registration_key) WHERE status = 'refused';
      CREATE INDEX business_queue ON opportunities.business (submitted_at, id)
        WHERE status IN ('submitted', 'in_review') OR renewing;
      CREATE INDEX business_ending ON opportunities.business (approved_until) WHERE status = 'approved';
      CREATE INDEX business_by_time ON opportunities.business (created_at DESC, id DESC);
      CREATE INDEX business_by_name ON opportunities.business (lower(legal_name), id);
      CREATE INDEX business_search ON opportunities.business USING gin (search_text gin_trgm_ops);

      CREATE TABLE opportunities.member (
        business_id uuid NOT NULL REFERENCES opportunities.business,
        account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
        -- As whoever added them wrote it: an address that somebody typed does not tell the name of its account.
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'editor')),
        frozen_at timestamptz,
        frozen_by uuid REFERENCES identity.account ON DELETE SET NULL,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (business_id, account_id)
      );
      CREATE INDEX member_by_account ON opportunities.member (account_id);

      -- Mails to the domain of a business: who follows the link, reads mail there.
      CREATE TABLE opportunities.domain_verification (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        business_id uuid NOT NULL REFERENCES opportunities.business,
        domain text NOT NULL,
        mailbox text NOT NULL,
        sent_by uuid REFERENCES identity.account ON DELETE SET NULL,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        verified_at timestamptz
      );
      CREATE INDEX domain_verification_of ON opportunities.domain_verification (business_id, sent_at DESC);

      -- What was looked at: in the register, by a mail to their own domain, by calling a number that they did not give us.
      CREATE TABLE opportunities.evidence (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
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
      CREATE INDEX evidence_of_business ON opportunities.evidence (business_id, kind, id DESC);

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
        -- Null for the calendar, or for a link in a mail.
        actor_id uuid REFERENCES identity.account ON DELETE SET NULL,
        kind text NOT NULL,
        from_status text,
        to_status text,
        note text NOT NULL DEFAULT '',
        for_staff_only boolean NOT NULL DEFAULT false
      );
      CREATE INDEX business_event_of ON opportunities.business_event (business_id, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA opportunities CASCADE;`);
  }
}
