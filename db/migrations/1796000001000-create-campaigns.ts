import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is raised for whom, and where the money went. */
export class CreateCampaigns1796000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA fundraising;

      -- A picture or a document, kept in the database: pictures re-encoded, without what the camera wrote into them.
      CREATE TABLE fundraising.file (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        purpose text NOT NULL CHECK (purpose IN ('cover', 'consent', 'proof')),
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
        archived_at timestamptz,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX beneficiary_own ON fundraising.beneficiary (kind) WHERE kind = 'own';

      -- Who looked at what, and when: good standing, and the other duties of a charitable fundraising platform.
      CREATE TABLE fundraising.beneficiary_check (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        beneficiary_id uuid NOT NULL REFERENCES fundraising.beneficiary,
        duty text NOT NULL,
        passed boolean NOT NULL,
        note text NOT NULL DEFAULT '',
        source text NOT NULL DEFAULT '',
        checked_by uuid NOT NULL REFERENCES identity.account,
        checked_at timestamptz NOT NULL,
        valid_until date
      );
      CREATE INDEX beneficiary_check_latest ON fundraising.beneficiary_check (beneficiary_id, duty, checked_at DESC);

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
        event_ids uuid[] NOT NULL DEFAULT '{}',
        -- Set with the first paid gift: from then on the beneficiary stays.
        first_gift_at timestamptz,
        published_at timestamptz,
        ended_at timestamptz,
        token_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT ends_after_start CHECK (ends_on >= starts_on)
      );
      CREATE INDEX campaign_live ON fundraising.campaign (published_at DESC, id) WHERE status = 'live';
      CREATE INDEX campaign_by_chapter ON fundraising.campaign (chapter_id, created_at DESC, id);

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
        status text NOT NULL CHECK (status IN ('unconfirmed', 'in_review', 'live', 'hidden')),
        token_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        CONSTRAINT page_slug UNIQUE (campaign_id, slug)
      );
      CREATE INDEX page_by_team ON fundraising.page (team_id) WHERE team_id IS NOT NULL;

      CREATE TABLE fundraising.update (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        title text NOT NULL,
        body text NOT NULL,
        author_name text NOT NULL,
        published_at timestamptz NOT NULL,
        mailed_at timestamptz
      );
      CREATE INDEX update_by_campaign ON fundraising.update (campaign_id, published_at DESC, id);

      -- Progress by the gifts themselves, for a campaign or a page: written in the call that books a gift. raised =
      -- intended - refunded - lost, pledges and covers apart.
      CREATE TABLE fundraising.tally (
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
        proof_file_id uuid REFERENCES fundraising.file,
        status text NOT NULL CHECK (status IN ('proposed', 'approved', 'refused')),
        refusal_note text,
        recorded_by uuid NOT NULL REFERENCES identity.account,
        recorded_at timestamptz NOT NULL,
        decided_by uuid REFERENCES identity.account,
        decided_at timestamptz,
        CONSTRAINT second_person CHECK (decided_by <> recorded_by)
      );
      CREATE INDEX disbursement_by_campaign ON fundraising.disbursement (campaign_id, recorded_at DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA fundraising CASCADE;`);
  }
}
