import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gifts, and everything that happens to them at Stripe. */
export class CreateGifts1796000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fundraising.donor (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email citext NOT NULL UNIQUE,
        locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es')),
        stripe_customer_id text UNIQUE,
        token_version integer NOT NULL DEFAULT 0,
        -- Updates are mailed to whoever asked for them and did not stop them since.
        appeals_stopped_at timestamptz,
        created_at timestamptz NOT NULL
      );

      CREATE TABLE fundraising.gift (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        campaign_id uuid NOT NULL REFERENCES fundraising.campaign,
        page_id uuid REFERENCES fundraising.page,
        recurring_gift_id uuid,
        donor_id uuid REFERENCES fundraising.donor,
        -- As typed for this gift; what the public sees of it is nothing when the gift is anonymous.
        name text NOT NULL,
        anonymous boolean NOT NULL DEFAULT false,
        message text NOT NULL DEFAULT '',
        locale text NOT NULL DEFAULT 'en',
        updates_wanted boolean NOT NULL DEFAULT false,
        method text NOT NULL CHECK (method IN ('stripe', 'cash', 'cheque', 'bank', 'in_kind')),
        source text NOT NULL CHECK (source IN ('site', 'recurring_gift', 'offline', 'import')),
        status text NOT NULL CHECK (status IN ('pending', 'processing', 'failed', 'expired', 'paid', 'partly_refunded',
          'refunded', 'disputed', 'lost', 'cancelled')),
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        -- Three numbers: what they meant to give, what they added for the fee, what was charged.
        intended_minor bigint NOT NULL CHECK (intended_minor >= 0),
        cover_minor bigint NOT NULL DEFAULT 0 CHECK (cover_minor >= 0),
        charged_minor bigint NOT NULL CHECK (charged_minor = intended_minor + cover_minor),
        -- The fee of the balance transaction, once known.
        fee_minor bigint,
        refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor BETWEEN 0 AND charged_minor),
        lost_minor bigint NOT NULL DEFAULT 0 CHECK (lost_minor BETWEEN 0 AND charged_minor),
        -- The parts of those two that took back the gift itself; the rest took back what was added for the fee.
        refunded_intended_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_intended_minor BETWEEN 0 AND refunded_minor),
        lost_intended_minor bigint NOT NULL DEFAULT 0 CHECK (lost_intended_minor BETWEEN 0 AND lost_minor),
        CONSTRAINT gift_not_given_back_twice
          CHECK (refunded_intended_minor + lost_intended_minor <= intended_minor),
        checkout_session_id text UNIQUE,
        checkout_url text,
        -- Raised when Stripe answered with a fault: it would answer the same idempotency key with the same fault.
        checkout_attempt integer NOT NULL DEFAULT 0,
        payment_intent_id text UNIQUE,
        charge_id text UNIQUE,
        invoice_id text UNIQUE,
        failure_code text,
        goods_description text NOT NULL DEFAULT '',
        goods_value_minor bigint NOT NULL DEFAULT 0 CHECK (goods_value_minor >= 0),
        in_kind_description text NOT NULL DEFAULT '',
        employer_match_note text NOT NULL DEFAULT '',
        -- Where an offline or imported gift comes from, said once.
        external_ref text UNIQUE,
        recorded_by uuid REFERENCES identity.account,
        idempotency_key text,
        input_hash bytea,
        created_at timestamptz NOT NULL,
        paid_at timestamptz,
        token_version integer NOT NULL DEFAULT 0,
        CONSTRAINT gift_idempotency UNIQUE (idempotency_key),
        CONSTRAINT gift_paid_when CHECK ((paid_at IS NULL) = (status IN ('pending', 'processing', 'failed', 'expired'))
          OR status = 'cancelled')
      );
      CREATE INDEX gift_by_campaign ON fundraising.gift (campaign_id, paid_at DESC, id DESC) WHERE paid_at IS NOT NULL;
      CREATE INDEX gift_by_page ON fundraising.gift (page_id, paid_at DESC, id DESC) WHERE page_id IS NOT NULL AND paid_at IS NOT NULL;
      CREATE INDEX gift_by_donor ON fundraising.gift (donor_id, created_at DESC, id DESC);
      CREATE INDEX gift_by_time ON fundraising.gift (created_at DESC, id DESC);
      CREATE INDEX gift_by_status ON fundraising.gift (status, created_at DESC, id DESC);
      CREATE INDEX gift_by_amount ON fundraising.gift (charged_minor DESC, id DESC);
      CREATE INDEX gift_of_campaign ON fundraising.gift (campaign_id, created_at DESC, id DESC);
      CREATE INDEX gift_search ON fundraising.gift USING gin (platform.fold(name) gin_trgm_ops);
      CREATE INDEX gift_search_start ON fundraising.gift (platform.fold(name) text_pattern_ops);
      CREATE INDEX gift_unfinished ON fundraising.gift (created_at)
        WHERE status IN ('pending', 'processing', 'failed') AND method = 'stripe';
      -- What a charge cost is known when Stripe has listed it; until then its money is not handed over.
      CREATE INDEX gift_fee_unknown ON fundraising.gift (campaign_id)
        WHERE fee_minor IS NULL AND paid_at IS NOT NULL AND method = 'stripe';
      CREATE INDEX donor_search ON fundraising.donor USING gin (lower(email::text) gin_trgm_ops);
      CREATE INDEX gift_by_recurring_gift ON fundraising.gift (recurring_gift_id, created_at DESC)
        WHERE recurring_gift_id IS NOT NULL;

      -- In honour or in memory of somebody: asked after paying, told without an amount.
      CREATE TABLE fundraising.dedication (
        gift_id uuid PRIMARY KEY REFERENCES fundraising.gift,
        kind text NOT NULL CHECK (kind IN ('honour', 'memory')),
        honouree text NOT NULL,
        notify_name text,
        notify_email citext,
        message text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL
      );

      CREATE TABLE fundraising.refund (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        stripe_refund_id text UNIQUE,
        amount_minor bigint NOT NULL CHECK (amount_minor > 0),
        -- The part of it that takes back the gift itself; the rest takes back what was added for the fee.
        intended_minor bigint NOT NULL CHECK (intended_minor BETWEEN 0 AND amount_minor),
        reason text NOT NULL DEFAULT '',
        note text NOT NULL DEFAULT '',
        -- proposed: above the limit, waits for a second person. requested: on its way to Stripe.
        status text NOT NULL CHECK (status IN ('proposed', 'declined', 'requested', 'pending', 'succeeded', 'failed')),
        requested_by uuid REFERENCES identity.account,
        decided_by uuid REFERENCES identity.account,
        requested_at timestamptz NOT NULL,
        decided_at timestamptz,
        finished_at timestamptz,
        failure_reason text,
        -- As with gift.checkout_attempt.
        attempt integer NOT NULL DEFAULT 0,
        -- Whoever asked may take the wish back, but not grant it.
        CONSTRAINT refund_second_person CHECK (status = 'declined' OR decided_by <> requested_by)
      );
      CREATE INDEX refund_waiting ON fundraising.refund (status, requested_at) WHERE status IN ('proposed', 'requested');
      CREATE INDEX refund_by_gift ON fundraising.refund (gift_id, requested_at);

      CREATE TABLE fundraising.dispute (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        stripe_dispute_id text NOT NULL UNIQUE,
        amount_minor bigint NOT NULL,
        fee_minor bigint NOT NULL DEFAULT 0,
        fee_returned_minor bigint NOT NULL DEFAULT 0,
        reason text NOT NULL,
        -- Stripe's word.
        status text NOT NULL,
        evidence_due_at timestamptz,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        -- Which look at Stripe's dispute this row follows: an earlier look that comes later changes nothing.
        reading bigint NOT NULL DEFAULT 0
      );
      CREATE SEQUENCE fundraising.dispute_reading;
      CREATE INDEX dispute_by_gift ON fundraising.dispute (gift_id);
      CREATE INDEX dispute_by_time ON fundraising.dispute (opened_at DESC, id DESC);

      CREATE TABLE fundraising.fraud_warning (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        stripe_warning_id text NOT NULL UNIQUE,
        gift_id uuid NOT NULL REFERENCES fundraising.gift,
        fraud_type text NOT NULL,
        warned_at timestamptz NOT NULL,
        handled_by uuid REFERENCES identity.account,
        handled_at timestamptz,
        handled_note text
      );
      CREATE INDEX fraud_warning_by_gift ON fundraising.fraud_warning (gift_id);

      -- Every event Stripe sent, once: inserted in the transaction of its effect. Its content is not kept (it holds
      -- billing names); the object can be fetched.
      CREATE TABLE fundraising.stripe_event (
        id text PRIMARY KEY,
        type text NOT NULL,
        object_id text,
        outcome text NOT NULL CHECK (outcome IN ('applied', 'nothing-to-do', 'unknown-type')),
        created_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL
      );

      CREATE TABLE fundraising.payout (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        stripe_payout_id text NOT NULL UNIQUE,
        amount_minor bigint NOT NULL,
        currency text NOT NULL,
        status text NOT NULL,
        arrives_on date NOT NULL,
        -- The sum of the balance transactions it paid out, and how many.
        transactions_net_minor bigint,
        transactions integer,
        -- Made by Stripe's own schedule: only those name the lines they pay out.
        automatic boolean NOT NULL,
        -- Whether all of its lines are known here.
        tied boolean NOT NULL DEFAULT false,
        bank_amount_minor bigint,
        bank_seen_on date,
        bank_confirmed_by uuid REFERENCES identity.account,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX payout_by_time ON fundraising.payout (created_at DESC, id DESC);
      CREATE INDEX payout_untied ON fundraising.payout (created_at) WHERE automatic AND NOT tied;

      -- One line of Stripe's own ledger, and where it went in ours.
      CREATE TABLE fundraising.balance_transaction (
        id text PRIMARY KEY,
        type text NOT NULL,
        source_id text,
        payout_id uuid REFERENCES fundraising.payout,
        gift_id uuid REFERENCES fundraising.gift,
        amount_minor bigint NOT NULL,
        fee_minor bigint NOT NULL,
        net_minor bigint NOT NULL,
        currency text NOT NULL,
        available_on timestamptz NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX balance_transaction_by_payout ON fundraising.balance_transaction (payout_id);
      CREATE INDEX balance_transaction_by_gift ON fundraising.balance_transaction (gift_id);
      CREATE INDEX balance_transaction_by_time ON fundraising.balance_transaction (created_at DESC, id DESC);

      -- What does not agree between a gift, Stripe and the ledger: shown to finance until somebody settled it.
      CREATE TABLE fundraising.discrepancy (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        -- What it is about, said once: 'charge:ch_…', 'gift:<id>'.
        about text NOT NULL,
        gift_id uuid,
        expected_minor bigint,
        found_minor bigint,
        currency text,
        found_at timestamptz NOT NULL,
        settled_at timestamptz,
        settled_by uuid REFERENCES identity.account,
        settled_note text
      );
      CREATE INDEX discrepancy_by_time ON fundraising.discrepancy (found_at DESC, id DESC);
      CREATE UNIQUE INDEX discrepancy_open ON fundraising.discrepancy (kind, about) WHERE settled_at IS NULL;

      -- How far Stripe's lists were read to their end: what is later is listed next.
      CREATE TABLE fundraising.listing (
        name text PRIMARY KEY,
        through timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE fundraising.listing, fundraising.discrepancy, fundraising.balance_transaction, fundraising.payout, fundraising.stripe_event,
        fundraising.fraud_warning, fundraising.dispute, fundraising.refund, fundraising.dedication, fundraising.gift,
        fundraising.donor;
      DROP SEQUENCE fundraising.dispute_reading;
    `);
  }
}
