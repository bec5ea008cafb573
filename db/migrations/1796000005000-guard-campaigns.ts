import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the database itself does not let happen to a campaign, whoever asks. */
export class GuardCampaigns1796000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION fundraising.keep_to_campaign_steps() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM fundraising.campaign_step s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
        ) THEN
          RAISE EXCEPTION 'A campaign does not go from % to %.', OLD.status, NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'campaign_step';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER campaign_keeps_to_steps BEFORE UPDATE OF status ON fundraising.campaign FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION fundraising.keep_to_campaign_steps();

      -- Who gives, gives for somebody: from the first gift on, the beneficiary (and the currency) stays. A gift that is
      -- still being paid counts, because its donor has read for whom it is. The lock makes gifts that are just being
      -- written finish first, and those that come wait: their foreign key looks at this row.
      CREATE FUNCTION fundraising.keep_beneficiary() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM fundraising.campaign c WHERE c.id = OLD.id FOR UPDATE;
        IF OLD.first_gift_at IS NOT NULL OR EXISTS (
          SELECT FROM fundraising.gift g WHERE g.campaign_id = OLD.id AND g.status NOT IN ('expired', 'cancelled')
        ) THEN
          RAISE EXCEPTION 'The beneficiary of a campaign stays from its first gift on.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'beneficiary_locked';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER campaign_keeps_beneficiary BEFORE UPDATE OF beneficiary_id, currency ON fundraising.campaign
        FOR EACH ROW
        WHEN (OLD.beneficiary_id IS DISTINCT FROM NEW.beneficiary_id OR OLD.currency IS DISTINCT FROM NEW.currency)
        EXECUTE FUNCTION fundraising.keep_beneficiary();

      -- That there was a first gift is not forgotten, or the lock would open.
      CREATE FUNCTION fundraising.keep_first_gift() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A campaign does not forget its first gift.'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'beneficiary_locked';
      END $$;
      CREATE TRIGGER campaign_keeps_first_gift BEFORE UPDATE OF first_gift_at ON fundraising.campaign FOR EACH ROW
        WHEN (OLD.first_gift_at IS NOT NULL AND NEW.first_gift_at IS NULL)
        EXECUTE FUNCTION fundraising.keep_first_gift();

      -- Nor does a partner become another one by a change of its name.
      CREATE FUNCTION fundraising.keep_partner() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM fundraising.campaign c WHERE c.beneficiary_id = OLD.id AND c.first_gift_at IS NOT NULL
        ) THEN
          RAISE EXCEPTION 'A partner that has received a gift keeps its name and number.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'beneficiary_locked';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER partner_stays BEFORE UPDATE OF kind, name, registration_number ON fundraising.beneficiary
        FOR EACH ROW WHEN (OLD.kind = 'partner' AND (OLD.kind IS DISTINCT FROM NEW.kind
          OR OLD.name IS DISTINCT FROM NEW.name OR OLD.registration_number IS DISTINCT FROM NEW.registration_number))
        EXECUTE FUNCTION fundraising.keep_partner();

      -- What was decided about a disbursement stays decided, and what was looked at stays written down.
      CREATE FUNCTION fundraising.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Rows of % stay as they are.', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
      END $$;
      CREATE TRIGGER disbursement_stays_decided BEFORE UPDATE OR DELETE ON fundraising.disbursement FOR EACH ROW
        WHEN (OLD.status <> 'proposed') EXECUTE FUNCTION fundraising.refuse_change();
      CREATE TRIGGER check_stays BEFORE UPDATE OR DELETE ON fundraising.beneficiary_check FOR EACH ROW
        EXECUTE FUNCTION fundraising.refuse_change();

      -- The duties towards a partner that do not hold on a day and without which no gift may be taken, in their order.
      -- None for the organisation itself. The latest check of a duty counts, within its own last day and the duty's.
      CREATE FUNCTION fundraising.duties_missing(beneficiary uuid, on_day date) RETURNS text[] LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(d.duty ORDER BY d.position), '{}')
        FROM fundraising.beneficiary b CROSS JOIN fundraising.beneficiary_duty d
          LEFT JOIN LATERAL (
            SELECT k.passed, k.valid_until, k.checked_at FROM fundraising.beneficiary_check k
            WHERE k.beneficiary_id = b.id AND k.duty = d.duty ORDER BY k.id DESC LIMIT 1
          ) k ON true
        WHERE b.id = beneficiary AND b.kind = 'partner' AND d.gates AND NOT (
          b.archived_at IS NULL AND coalesce(k.passed, false) AND on_day <= coalesce(k.valid_until, on_day)
          AND (d.valid_days IS NULL OR on_day <= (k.checked_at AT TIME ZONE 'UTC')::date + d.valid_days)
          AND (d.duty <> 'written_consent'
            OR b.consent_file_id IS NOT NULL AND on_day BETWEEN b.consent_signed_on AND coalesce(b.consent_ends_on, on_day))
        )
      $$;

      -- Whether a gift can be given to a campaign at an instant: it is live, within its days on its own calendar, and
      -- (where it is for a partner) partners are collected for at all and their papers are in order that day.
      CREATE FUNCTION fundraising.accepts_gifts(campaign fundraising.campaign, at timestamptz, partners boolean)
      RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT campaign.status = 'live'
          AND coalesce(campaign.starts_on <= d.day, true) AND coalesce(campaign.ends_on >= d.day, true)
          AND (b.kind = 'own' OR partners AND fundraising.duties_missing(b.id, d.day) = '{}')
        FROM fundraising.beneficiary b, (SELECT (at AT TIME ZONE campaign.time_zone)::date AS day) d
        WHERE b.id = campaign.beneficiary_id
      $$;

      -- What a campaign has for its beneficiary and may hand over now: the ledger's net, less what was handed over, what
      -- sponsors only promised, and charges of which the fee is not known yet.
      CREATE FUNCTION fundraising.disbursable(campaign uuid, in_currency text) RETURNS bigint LANGUAGE sql STABLE AS $$
        SELECT (coalesce((
          SELECT sum(-l.balance_minor) FROM ledger.account a JOIN ledger.balance l ON l.account_id = a.id
          WHERE a.owner_id = campaign AND a.currency = in_currency AND a.kind IN ('fund', 'fee-cover', 'matched-received',
            'processing-fees', 'dispute-fees', 'refunded', 'refunded-cover', 'dispute-reserve', 'disputes-lost',
            'disbursed')
        ), 0) - coalesce((
          SELECT sum(g.charged_minor - g.refunded_minor - g.lost_minor) FROM fundraising.gift g
          WHERE g.campaign_id = campaign AND g.fee_minor IS NULL AND g.paid_at IS NOT NULL AND g.method = 'stripe'
        ), 0))::bigint
      $$;

      -- What a charge cost is known when Stripe has listed it; until then its money is not handed over.
      CREATE INDEX gift_fee_unknown ON fundraising.gift (campaign_id)
        WHERE fee_minor IS NULL AND paid_at IS NOT NULL AND method = 'stripe';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX fundraising.gift_fee_unknown;
      DROP FUNCTION fundraising.disbursable(uuid, text);
      DROP FUNCTION fundraising.accepts_gifts(fundraising.campaign, timestamptz, boolean);
      DROP FUNCTION fundraising.duties_missing(uuid, date);
      DROP FUNCTION fundraising.keep_to_campaign_steps, fundraising.keep_beneficiary, fundraising.keep_first_gift,
        fundraising.keep_partner, fundraising.refuse_change CASCADE;
    `);
  }
}
