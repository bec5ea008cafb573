import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the duties are written; regulations stand beside it in title 11 of the California Code of Regulations. */
const code = 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=GOV&sectionNum=12599.9';

/** What is raised for whom, and where the money went. */
export class CreateCampaigns1796000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA fundraising;

      -- A picture or a document, kept in the database: pictures re-encoded, without what the camera wrote into them.
      CREATE TABLE fundraising.file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        purpose text NOT NULL CHECK (purpose IN ('cover', 'consent', 'evidence')),
        media_type text NOT NULL,
        width integer,
        height integer,
        sha256 bytea NOT NULL,
        bytes bytea NOT NULL,
        uploaded_by uuid REFERENCES identity.account ON DELETE SET NULL,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE fundraising.beneficiary (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('own', 'partner')),
        name text NOT NULL,
        registration_number text,
        website text,
        contact_email citext,
        consent_file_id uuid REFERENCES fundraising.file,
        consent_signed_on date,
        consent_ends_on date,
        CONSTRAINT consent_has_a_day CHECK ((consent_file_id IS NULL) = (consent_signed_on IS NULL)),
        CONSTRAINT consent_period CHECK (consent_ends_on >= consent_signed_on),
        archived_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX beneficiary_own ON fundraising.beneficiary (kind) WHERE kind = 'own';

      -- What California asks of whoever collects for other charities, and where it says so: data, because law changes.
      CREATE TABLE fundraising.beneficiary_duty (
        duty text PRIMARY KEY,
        position integer NOT NULL UNIQUE,
        -- Whether no gift may be taken without it.
        gates boolean NOT NULL,
        -- How many days a check counts at most; null: until somebody says otherwise.
        valid_days integer,
        law text NOT NULL,
        law_url text NOT NULL,
        law_read_on date NOT NULL
      );
      INSERT INTO fundraising.beneficiary_duty (duty, position, gates, valid_days, law, law_url, law_read_on) VALUES
        ('written_consent', 1, true, NULL, 'Cal. Gov. Code § 12599.9; 11 CCR § 318', '${code}', '2026-11-25'),
        ('good_standing', 2, true, 365, 'Cal. Gov. Code § 12599.9; 11 CCR § 316', '${code}', '2026-11-25'),
        ('platform_registration', 3, true, 400, 'Cal. Gov. Code § 12599.9; 11 CCR § 315', '${code}', '2026-11-25'),
        ('segregated_account', 4, true, NULL, 'Cal. Gov. Code § 12599.9', '${code}', '2026-11-25'),
        ('donor_disclosures', 5, true, NULL, 'Cal. Gov. Code § 12599.9; 11 CCR § 317', '${code}', '2026-11-25'),
        ('prompt_sending', 6, false, 100, 'Cal. Gov. Code § 12599.9', '${code}', '2026-11-25'),
        ('timely_receipts', 7, false, 365, 'Cal. Gov. Code § 12599.9; 11 CCR § 319', '${code}', '2026-11-25');

      -- Who looked whether a duty is kept, when and where: rows are added, never changed.
      CREATE TABLE fundraising.beneficiary_check (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        beneficiary_id uuid NOT NULL REFERENCES fundraising.beneficiary,
        duty text NOT NULL REFERENCES fundraising.beneficiary_duty,
        passed boolean NOT NULL,
        note text NOT NULL DEFAULT '',
        source text NOT NULL DEFAULT '',
        checked_by uuid NOT NULL REFERENCES identity.account,
        checked_at timestamptz NOT NULL,
        valid_until date
      );
      CREATE INDEX beneficiary_check_latest ON fundraising.beneficiary_check (beneficiary_id, duty, id DESC);

      CREATE TABLE fundraising.campaign (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL UNIQUE,
        chapter_id uuid REFERENCES identity.chapter,
        beneficiary_id uuid NOT NULL REFERENCES fundraising.beneficiary,
        title text NOT NULL,
        summary text NOT NULL DEFAULT '',
        story text NOT NULL,
        language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
        goal_minor bigint NOT NULL CHECK (goal_minor > 0),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        time_zone text NOT NULL,
        starts_on date,
        ends_on date,
        cover_file_id uuid REFERENCES fundraising.file,
        cover_alt text NOT NULL DEFAULT '',
        -- unconfirmed: started by a supporter whose address is not proven yet.
        status text NOT NULL
          CHECK (status IN ('unconfirmed', 'draft', 'in_review', 'changes_requested', 'refused', 'live', 'paused', 'ended')),
        review_note text,
        reviewed_by uuid REFERENCES identity.account,
        submitted_at timestamptz,
        organizer_name text NOT NULL,
        organizer_email citext NOT NULL,
        organizer_account_id uuid REFERENCES identity.account ON DELETE SET NULL,
        -- Started by somebody without an account, who manages it by the link in their mail.
        by_supporter boolean NOT NULL DEFAULT false,
        event_ids uuid[] NOT NULL DEFAULT '{}',
        -- Set with the first paid gift: from then on the beneficiary stays.
        first_gift_at timestamptz,
        published_at timestamptz,
        ended_at timestamptz,
        token_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        search_text text NOT NULL GENERATED ALWAYS AS
          (platform.fold(title || ' ' || summary || ' ' || organizer_name)) STORED,
        CONSTRAINT ends_after_start CHECK (ends_on >= starts_on)
      );
      CREATE INDEX campaign_public ON fundraising.campaign (published_at DESC, id DESC)
        WHERE status IN ('live', 'paused', 'ended');
      CREATE INDEX campaign_by_time ON fundraising.campaign (created_at DESC, id DESC);
      CREATE INDEX campaign_by_chapter ON fundraising.campaign (chapter_id, created_at DESC, id DESC);
      CREATE INDEX campaign_by_beneficiary ON fundraising.campaign (beneficiary_id);
      CREATE INDEX campaign_to_end ON fundraising.campaign (ends_on) WHERE status IN ('live', 'paused');
      CREATE INDEX campaign_unconfirmed ON fundraising.campaign (created_at) WHERE status = 'unconfirmed';
      CREATE INDEX campaign_cover ON fundraising.campaign (cover_file_id) WHERE cover_file_id IS NOT NULL;
      CREATE INDEX campaign_search ON fundraising.campaign USING gin (search_text gin_trgm_ops);

      -- Each step a campaign took, who took it and what they wrote.
      CREATE TABLE fundraising.campaign_status_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign ON DELETE CASCADE,
        from_status text,
        to_status text NOT NULL,
        note text NOT NULL DEFAULT '',
        -- Null: its organizer by their link, or the calendar.
        account_id uuid REFERENCES identity.account,
        at timestamptz NOT NULL
      );
      CREATE INDEX campaign_status_change_by_campaign ON fundraising.campaign_status_change (campaign_id, id DESC);

      -- Under a campaign: teams, and people who ask their friends.
      CREATE TABLE fundraising.page (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        team_id uuid REFERENCES fundraising.page,
        kind text NOT NULL CHECK (kind IN ('team', 'personal')),
        slug text NOT NULL,
        title text NOT NULL,
        story text NOT NULL DEFAULT '',
        goal_minor bigint CHECK (goal_minor > 0),
        owner_name text NOT NULL,
        owner_email citext NOT NULL,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es')),
        status text NOT NULL CHECK (status IN ('unconfirmed', 'in_review', 'live', 'hidden')),
        token_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        CONSTRAINT page_slug UNIQUE (campaign_id, slug),
        CONSTRAINT team_in_no_team CHECK (kind = 'personal' OR team_id IS NULL)
      );
      CREATE INDEX page_unconfirmed ON fundraising.page (created_at) WHERE status = 'unconfirmed';
      CREATE INDEX page_by_team ON fundraising.page (team_id) WHERE team_id IS NOT NULL;

      CREATE TABLE fundraising.update (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        title text NOT NULL,
        body text NOT NULL,
        author_name text NOT NULL,
        -- What a supporter wrote waits for somebody of the organisation.
        status text NOT NULL CHECK (status IN ('in_review', 'published', 'hidden')),
        written_at timestamptz NOT NULL,
        published_at timestamptz,
        -- When its mails were written, and to how many donors.
        mailed_at timestamptz,
        mailed_to integer NOT NULL DEFAULT 0,
        CONSTRAINT published_when CHECK (status <> 'published' OR published_at IS NOT NULL)
      );
      CREATE INDEX update_by_campaign ON fundraising.update (campaign_id, written_at DESC, id);
      CREATE INDEX update_to_mail ON fundraising.update (published_at) WHERE status = 'published' AND mailed_at IS NULL;

      -- Progress by the gifts themselves, for a campaign or a page: written in the call that books a gift. raised =
      -- intended - refunded - lost, pledges and covers apart.
      CREATE TABLE fundraising.progress (
        owner_id uuid PRIMARY KEY,
        gift_count bigint NOT NULL DEFAULT 0,
        intended_minor bigint NOT NULL DEFAULT 0,
        refunded_minor bigint NOT NULL DEFAULT 0,
        lost_minor bigint NOT NULL DEFAULT 0
      );

      CREATE TABLE fundraising.disbursement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        beneficiary_id uuid NOT NULL REFERENCES fundraising.beneficiary,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        currency text NOT NULL,
        paid_on date NOT NULL,
        reference text NOT NULL DEFAULT '',
        evidence_file_id uuid REFERENCES fundraising.file,
        status text NOT NULL CHECK (status IN ('proposed', 'approved', 'refused')),
        refusal_note text,
        recorded_by uuid NOT NULL REFERENCES identity.account,
        recorded_at timestamptz NOT NULL,
        decided_by uuid REFERENCES identity.account,
        decided_at timestamptz,
        CONSTRAINT second_person CHECK (decided_by <> recorded_by),
        CONSTRAINT decided CHECK ((status = 'proposed') = (decided_by IS NULL) AND (status = 'proposed') = (decided_at IS NULL))
      );
      CREATE INDEX disbursement_by_time ON fundraising.disbursement (recorded_at DESC, id DESC);
      CREATE INDEX disbursement_evidence ON fundraising.disbursement (evidence_file_id) WHERE evidence_file_id IS NOT NULL;
      CREATE INDEX disbursement_by_campaign ON fundraising.disbursement (campaign_id, recorded_at DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA fundraising CASCADE;`);
  }
}
