import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs, internships, training and whatever else a business offers; and how each was looked at. */
export class CreateOpportunities1798000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE opportunities.opportunity (
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
        -- Counts what was written, so that nobody approves what they have not read.
        version integer NOT NULL DEFAULT 1,
        -- As it was when staff approved it, for the difference that a moderator reads.
        approved_content jsonb,
        approved_by uuid REFERENCES identity.account ON DELETE SET NULL,
        approved_at timestamptz,
        published_at timestamptz,
        -- When it leaves the site, or left it.
        expires_at timestamptz,
        -- How often it was given another term since staff looked at it.
        renewals integer NOT NULL DEFAULT 0,
        -- Raised, the links in earlier mails open nothing.
        token_version integer NOT NULL DEFAULT 0,
        submitted_at timestamptz,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        search_text text NOT NULL GENERATED ALWAYS AS
          (platform.fold(title || ' ' || place || ' ' || left(description, 4000))) STORED,
        place_text text NOT NULL GENERATED ALWAYS AS (platform.fold(place)) STORED,
        -- What does not stand in the way here, in the words of the filter.
        eases text[] NOT NULL GENERATED ALWAYS AS (array_remove(ARRAY[
          CASE WHEN NOT id_needed THEN 'no_id' END,
          CASE WHEN NOT background_check THEN 'no_background_check' END,
          CASE WHEN training_paid THEN 'paid_training' END,
          CASE WHEN childcare_hours THEN 'childcare_hours' END,
          CASE WHEN transport <> '' THEN 'transport' END,
          CASE WHEN equipment <> '' THEN 'equipment' END,
          CASE WHEN NOT night_work AND NOT 'night' = ANY (harm_tags) THEN 'no_night' END
        ], NULL)) STORED,
        CONSTRAINT pay_is_a_range CHECK (pay_max_minor >= pay_min_minor),
        CONSTRAINT pay_is_whole CHECK (num_nulls(pay_min_minor, pay_max_minor, pay_unit, pay_currency) IN (0, 4)),
        -- A job says what it pays.
        CONSTRAINT job_says_pay CHECK (kind <> 'job' OR pay_min_minor IS NOT NULL
          OR status NOT IN ('in_review', 'published', 'expiring')),
        CONSTRAINT is_somewhere CHECK (remote OR place <> ''
          OR status NOT IN ('in_review', 'published', 'expiring')),
        CONSTRAINT shown_as_approved CHECK (status NOT IN ('published', 'expiring')
          OR approved_at IS NOT NULL AND published_at IS NOT NULL AND expires_at IS NOT NULL)
      );
      -- What is included lets the count of a page stay in the index.
      CREATE INDEX opportunity_shown ON opportunities.opportunity (published_at DESC, id DESC)
        INCLUDE (business_id, expires_at, status, kind, remote) WHERE status IN ('published', 'expiring');
      CREATE INDEX opportunity_queue ON opportunities.opportunity (submitted_at, id) WHERE status = 'in_review';
      CREATE INDEX opportunity_by_time ON opportunities.opportunity (created_at DESC, id DESC);
      CREATE INDEX opportunity_by_business ON opportunities.opportunity (business_id, created_at DESC, id DESC);
      CREATE INDEX opportunity_ending ON opportunities.opportunity (expires_at) WHERE status IN ('published', 'expiring');
      CREATE INDEX opportunity_search ON opportunities.opportunity USING gin (search_text gin_trgm_ops);
      CREATE INDEX opportunity_place ON opportunities.opportunity USING gin (place_text gin_trgm_ops);
      CREATE INDEX opportunity_place_start ON opportunities.opportunity (left(place_text, 40) text_pattern_ops);
      CREATE INDEX opportunity_search_start ON opportunities.opportunity (left(search_text, 40) text_pattern_ops);
      CREATE INDEX opportunity_eases ON opportunities.opportunity USING gin (eases) WHERE status IN ('published', 'expiring');

      -- What the rules found in the text as it stands; a moderator reads why.
      CREATE TABLE opportunities.red_flag (
        opportunity_id uuid NOT NULL REFERENCES opportunities.opportunity ON DELETE CASCADE,
        rule text NOT NULL,
        field text NOT NULL,
        excerpt text NOT NULL,
        found_at timestamptz NOT NULL,
        PRIMARY KEY (opportunity_id, rule, field)
      );

      -- Where pay is too low to be lawful and too good to be true: facts with a date and a source. The latest row that
      -- is valid counts; a region's row counts in that region beside that of the whole country.
      CREATE TABLE opportunities.pay_bound (
        country text NOT NULL,
        -- '' for the whole country; as people write it, the region has a code and a name.
        region text NOT NULL DEFAULT '',
        region_name text NOT NULL DEFAULT '',
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        bound text NOT NULL CHECK (bound IN ('least', 'most')),
        hour_minor bigint NOT NULL CHECK (hour_minor > 0),
        valid_from date NOT NULL,
        source text NOT NULL,
        checked_on date NOT NULL,
        PRIMARY KEY (country, region, currency, bound, valid_from)
      );
      INSERT INTO opportunities.pay_bound (country, region, region_name, currency, bound, hour_minor, valid_from, source, checked_on)
      VALUES
        ('US', '', '', 'USD', 'least', 725, '2009-07-24', 'Fair Labor Standards Act, 29 U.S.C. 206(a)(1)', '2026-11-25'),
        ('US', 'CA', 'california', 'USD', 'least', 1650, '2025-01-01', 'California Labor Code 1182.12; dir.ca.gov/dlse/faq_minimumwage.htm',
          '2026-11-25'),
        ('US', 'CA', 'california', 'USD', 'least', 1690, '2026-01-01', 'California Labor Code 1182.12; dir.ca.gov/dlse/faq_minimumwage.htm',
          '2026-11-25'),
        ('US', '', '', 'USD', 'most', 6000, '2024-01-01',
          'About the 90th percentile of hourly wages over all occupations, bls.gov/oes (May 2023: 58.40)', '2026-11-25');

      CREATE TABLE opportunities.opportunity_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        opportunity_id uuid NOT NULL REFERENCES opportunities.opportunity ON DELETE CASCADE,
        at timestamptz NOT NULL,
        actor_id uuid REFERENCES identity.account ON DELETE SET NULL,
        kind text NOT NULL,
        from_status text,
        to_status text,
        note text NOT NULL DEFAULT ''
      );
      CREATE INDEX opportunity_event_of ON opportunities.opportunity_event (opportunity_id, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE opportunities.opportunity_event, opportunities.pay_bound, opportunities.red_flag,
        opportunities.opportunity;
    `);
  }
}
