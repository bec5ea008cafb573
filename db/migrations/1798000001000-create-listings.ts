import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs, internships, training and whatever else a business offers; and how each was looked at. */
export class CreateListings1798000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE opportunities.listing (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        business_id uuid NOT NULL REFERENCES opportunities.business,
        slug text NOT NULL UNIQUE,
        kind text NOT NULL CHECK (kind IN ('job', 'internship', 'skills_training', 'other')),
        title text NOT NULL,
        description text NOT NULL,
        language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
        pay_min_minor bigint CHECK (pay_min_minor >= 0),
        pay_max_minor bigint,
        pay_unit text CHECK (pay_unit IN ('hour', 'day', 'week', 'month', 'year', 'once')),
        pay_currency text CHECK (pay_currency ~ '^[A-Z]{3}$'),
        hours_per_week integer CHECK (hours_per_week BETWEEN 1 AND 80),
        schedule text NOT NULL DEFAULT '',
        night_work boolean NOT NULL DEFAULT false,
        remote boolean NOT NULL DEFAULT false,
        place text NOT NULL DEFAULT '',
        starts_on date,
        supervisor_name text NOT NULL,
        -- What stands in somebody's way, asked as questions.
        id_needed boolean NOT NULL,
        background_check boolean NOT NULL,
        acceptable_records text NOT NULL DEFAULT '',
        transport text NOT NULL DEFAULT '',
        equipment text NOT NULL DEFAULT '',
        childcare_hours boolean NOT NULL DEFAULT false,
        training_paid boolean,
        languages text[] NOT NULL DEFAULT '{en}',
        -- Set by staff only.
        harm_tags text[] NOT NULL DEFAULT '{}'
          CHECK (harm_tags <@ ARRAY['isolated_site', 'domestic', 'alcohol', 'cash_handling', 'night']),
        business_wants_public boolean NOT NULL DEFAULT false,
        staff_say_public boolean NOT NULL DEFAULT false,
        status text NOT NULL CHECK (status IN ('draft', 'in_review', 'changes_requested', 'published', 'expiring', 'expired',
          'filled', 'withdrawn', 'refused')),
        status_reason text NOT NULL DEFAULT '',
        -- As it was when staff approved it, for the difference that a moderator reads.
        approved_content jsonb,
        approved_by uuid REFERENCES identity.account ON DELETE SET NULL,
        approved_at timestamptz,
        published_at timestamptz,
        expires_at timestamptz,
        submitted_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pay_is_a_range CHECK (pay_max_minor >= pay_min_minor),
        -- A job says what it pays.
        CONSTRAINT job_says_pay CHECK (kind <> 'job' OR status = 'draft'
          OR (pay_min_minor IS NOT NULL AND pay_unit IS NOT NULL AND pay_currency IS NOT NULL))
      );
      CREATE INDEX listing_shown ON opportunities.listing (published_at DESC, id) WHERE status IN ('published', 'expiring');
      CREATE INDEX listing_queue ON opportunities.listing (submitted_at, id) WHERE status = 'in_review';
      CREATE INDEX listing_by_business ON opportunities.listing (business_id, created_at DESC, id);
      CREATE INDEX listing_ending ON opportunities.listing (expires_at) WHERE status IN ('published', 'expiring');

      -- What the rules found in the text as it stands; a moderator reads why.
      CREATE TABLE opportunities.red_flag (
        listing_id uuid NOT NULL REFERENCES opportunities.listing ON DELETE CASCADE,
        rule text NOT NULL,
        field text NOT NULL,
        excerpt text NOT NULL,
        found_at timestamptz NOT NULL,
        PRIMARY KEY (listing_id, rule, field)
      );

      CREATE TABLE opportunities.listing_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        listing_id uuid NOT NULL REFERENCES opportunities.listing ON DELETE CASCADE,
        at timestamptz NOT NULL,
        actor_id uuid REFERENCES identity.account ON DELETE SET NULL,
        kind text NOT NULL,
        from_status text,
        to_status text,
        note text NOT NULL DEFAULT ''
      );
      CREATE INDEX listing_event_of ON opportunities.listing_event (listing_id, id DESC);

      -- What anybody may see now: published, not run out, of a business that is approved now. Everything that shows a
      -- listing reads this, so that a lapse or a suspension hides it in the same moment.
      CREATE FUNCTION opportunities.visible_listings(at timestamptz) RETURNS SETOF opportunities.listing
      LANGUAGE sql STABLE AS $$
        SELECT l.* FROM opportunities.listing l JOIN opportunities.business b ON b.id = l.business_id
        WHERE l.status IN ('published', 'expiring') AND l.expires_at > at
          AND b.status = 'approved' AND b.approved_until >= at::date
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION opportunities.visible_listings;
      DROP TABLE opportunities.listing_event, opportunities.red_flag, opportunities.listing;
    `);
  }
}
