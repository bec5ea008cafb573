import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Monthly gifts, promises, matches, imports, and what keeps card testers away. */
export class CreateRecurringGifts1796000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fundraising.recurring_gift (
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
        -- The first month's gift, made together with the recurring gift.
        first_gift_id uuid REFERENCES fundraising.gift,
        failure_code text,
        failing_since timestamptz,
        next_charge_at timestamptz,
        started_at timestamptz,
        -- Set at once when somebody stops it; stopped_at when Stripe has agreed.
        stop_requested_at timestamptz,
        stopped_at timestamptz,
        stop_reason text,
        -- Which look at Stripe's subscription this row follows: an earlier look that comes later changes nothing.
        reading bigint NOT NULL DEFAULT 0,
        -- Counts the changes of amount, so that each is told once.
        revision integer NOT NULL DEFAULT 0,
        token_version integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL
      );
      CREATE SEQUENCE fundraising.recurring_gift_reading;
      CREATE INDEX recurring_gift_to_stop ON fundraising.recurring_gift (stop_requested_at)
        WHERE stop_requested_at IS NOT NULL AND stopped_at IS NULL;
      CREATE INDEX recurring_gift_by_donor ON fundraising.recurring_gift (donor_id);
      CREATE INDEX recurring_gift_by_time ON fundraising.recurring_gift (created_at DESC, id);
      ALTER TABLE fundraising.gift
        ADD CONSTRAINT gift_recurring_gift FOREIGN KEY (recurring_gift_id) REFERENCES fundraising.recurring_gift;

      -- Cash and cheques brought to the bank.
      CREATE TABLE fundraising.deposit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        currency text NOT NULL,
        deposited_on date NOT NULL,
        reference text NOT NULL DEFAULT '',
        recorded_by uuid NOT NULL REFERENCES identity.account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX deposit_by_time ON fundraising.deposit (recorded_at DESC, id);

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
      CREATE INDEX pledge_by_time ON fundraising.pledge (recorded_at DESC, id DESC);
      CREATE INDEX pledge_by_status ON fundraising.pledge (status, recorded_at DESC, id DESC);
      CREATE INDEX pledge_by_campaign ON fundraising.pledge (campaign_id, recorded_at DESC, id DESC) INCLUDE (status);

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
        matched_minor bigint NOT NULL DEFAULT 0,
        received_minor bigint NOT NULL DEFAULT 0,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        closed_at timestamptz,
        -- The totals of the campaign at the last look: while they are the same there is nothing to match.
        seen text,
        looked_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT pool_never_above_cap CHECK (matched_minor BETWEEN 0 AND cap_minor),
        CONSTRAINT pool_period CHECK (ends_at > starts_at)
      );
      CREATE INDEX pool_by_campaign ON fundraising.matching_pool (campaign_id);

      CREATE TABLE fundraising.match (
        pool_id uuid NOT NULL REFERENCES fundraising.matching_pool,
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
        -- Counts the postings about it: 'match:<pool>:<gift>:<revision>'.
        revision integer NOT NULL DEFAULT 1,
        matched_at timestamptz NOT NULL,
        PRIMARY KEY (pool_id, gift_id)
      );
      CREATE INDEX match_by_gift ON fundraising.match (gift_id);

      CREATE TABLE fundraising.sponsor_payment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        pool_id uuid NOT NULL REFERENCES fundraising.matching_pool,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        received_on date NOT NULL,
        reference text NOT NULL DEFAULT '',
        recorded_by uuid NOT NULL REFERENCES identity.account,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX sponsor_payment_by_pool ON fundraising.sponsor_payment (pool_id, recorded_at);

      CREATE TABLE fundraising.gift_import (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name text NOT NULL,
        sha256 bytea NOT NULL,
        rows_total integer NOT NULL,
        rows_imported integer NOT NULL DEFAULT 0,
        -- Rows whose gift was here before.
        rows_known integer NOT NULL DEFAULT 0,
        rows_refused integer NOT NULL DEFAULT 0,
        refusals jsonb NOT NULL DEFAULT '[]',
        status text NOT NULL CHECK (status IN ('checked', 'importing', 'done')),
        imported_by uuid NOT NULL REFERENCES identity.account,
        created_at timestamptz NOT NULL,
        finished_at timestamptz
      );

      -- The good rows of a file until they are gifts: then they are deleted, because a gift says it all.
      CREATE TABLE fundraising.gift_import_row (
        import_id uuid NOT NULL REFERENCES fundraising.gift_import ON DELETE CASCADE,
        n integer NOT NULL,
        content jsonb NOT NULL,
        PRIMARY KEY (import_id, n)
      );

      -- A gift as it was typed, waiting for its link to be followed: kept until then, or until it runs out.
      CREATE TABLE fundraising.gift_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email citext NOT NULL,
        input jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX gift_link_by_end ON fundraising.gift_link (expires_at);

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
      -- How long a gift needs a proof (attack) or a mailed link (open); one row.
      CREATE TABLE fundraising.card_breaker (
        id integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
        attack_until timestamptz,
        open_until timestamptz,
        reset_by uuid REFERENCES identity.account ON DELETE SET NULL,
        reset_at timestamptz
      );
      INSERT INTO fundraising.card_breaker DEFAULT VALUES;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fundraising.gift DROP CONSTRAINT gift_recurring_gift;
      DROP TABLE fundraising.card_breaker, fundraising.card_minute, fundraising.spent_challenge,
        fundraising.gift_link, fundraising.gift_import_row, fundraising.gift_import, fundraising.sponsor_payment,
        fundraising.match, fundraising.matching_pool, fundraising.pledge, fundraising.deposit,
        fundraising.recurring_gift;
      DROP SEQUENCE fundraising.recurring_gift_reading;
    `);
  }
}
