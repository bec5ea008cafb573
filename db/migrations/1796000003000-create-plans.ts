import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Monthly gifts, promises, matches, imports, and what keeps card testers away. */
export class CreatePlans1796000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fundraising.plan (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        page_id uuid REFERENCES fundraising.page,
        donor_id uuid NOT NULL REFERENCES fundraising.donor,
        name text NOT NULL,
        anonymous boolean NOT NULL DEFAULT false,
        locale text NOT NULL DEFAULT 'en',
        updates_wanted boolean NOT NULL DEFAULT false,
        currency text NOT NULL,
        intended_minor bigint NOT NULL CHECK (intended_minor > 0),
        cover_minor bigint NOT NULL DEFAULT 0,
        charged_minor bigint NOT NULL CHECK (charged_minor = intended_minor + cover_minor),
        status text NOT NULL CHECK (status IN ('pending', 'active', 'past_due', 'stopped', 'expired')),
        stripe_subscription_id text UNIQUE,
        -- The first month's gift, made together with the plan.
        first_gift_id uuid REFERENCES fundraising.gift,
        failure_code text,
        failing_since timestamptz,
        next_charge_at timestamptz,
        started_at timestamptz,
        stopped_at timestamptz,
        stop_reason text,
        token_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX plan_by_donor ON fundraising.plan (donor_id);
      CREATE INDEX plan_by_time ON fundraising.plan (created_at DESC, id);
      ALTER TABLE fundraising.gift ADD CONSTRAINT gift_plan FOREIGN KEY (plan_id) REFERENCES fundraising.plan;

      -- A promise is not income: it never touches the ledger; the gift that keeps it does.
      CREATE TABLE fundraising.pledge (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        name text NOT NULL,
        email citext,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        currency text NOT NULL,
        due_on date,
        status text NOT NULL CHECK (status IN ('open', 'kept', 'withdrawn')),
        gift_id uuid UNIQUE REFERENCES fundraising.gift,
        note text NOT NULL DEFAULT '',
        recorded_by uuid NOT NULL REFERENCES identity.account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX pledge_by_campaign ON fundraising.pledge (campaign_id, recorded_at DESC, id);

      CREATE TABLE fundraising.matching_pool (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        sponsor_name text NOT NULL,
        sponsor_hidden boolean NOT NULL DEFAULT false,
        -- For each dollar given, so many hundredths of a dollar.
        ratio_percent integer NOT NULL CHECK (ratio_percent BETWEEN 1 AND 1000),
        cap_minor bigint NOT NULL CHECK (cap_minor > 0),
        per_gift_cap_minor bigint CHECK (per_gift_cap_minor > 0),
        currency text NOT NULL,
        matched_minor bigint NOT NULL DEFAULT 0 CHECK (matched_minor BETWEEN 0 AND cap_minor),
        received_minor bigint NOT NULL DEFAULT 0,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        closed_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT pool_period CHECK (ends_at > starts_at)
      );
      CREATE INDEX pool_by_campaign ON fundraising.matching_pool (campaign_id);

      CREATE TABLE fundraising.match (
        pool_id uuid NOT NULL REFERENCES fundraising.matching_pool,
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        matched_at timestamptz NOT NULL,
        PRIMARY KEY (pool_id, gift_id)
      );
      CREATE INDEX match_by_gift ON fundraising.match (gift_id);

      CREATE TABLE fundraising.gift_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name text NOT NULL,
        sha256 bytea NOT NULL,
        rows_total integer NOT NULL,
        rows_imported integer NOT NULL DEFAULT 0,
        rows_refused integer NOT NULL DEFAULT 0,
        refusals jsonb NOT NULL DEFAULT '[]',
        status text NOT NULL CHECK (status IN ('checked', 'importing', 'done')),
        imported_by uuid NOT NULL REFERENCES identity.account,
        created_at timestamptz NOT NULL,
        finished_at timestamptz
      );

      -- A puzzle that was solved is spent.
      CREATE TABLE fundraising.spent_challenge (
        signature bytea PRIMARY KEY,
        expires_at timestamptz NOT NULL
      );

      -- How cards fared, minute by minute, for the breaker that stops card testing.
      CREATE TABLE fundraising.card_minute (
        minute timestamptz PRIMARY KEY,
        started integer NOT NULL DEFAULT 0,
        declined integer NOT NULL DEFAULT 0
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.gift DROP CONSTRAINT gift_plan;
      DROP TABLE fundraising.card_minute, fundraising.spent_challenge, fundraising.gift_import, fundraising.match,
        fundraising.matching_pool, fundraising.pledge, fundraising.plan;
    `);
  }
}
