import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How money gets into gifts: many payments in one call, each with its own outcome, and what became of it since. */
export class CreateGiftBooking1796000002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The states of a gift are a graph, and the graph is data.
      CREATE FUNCTION fundraising.keep_to_gift_steps() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT FROM fundraising.gift_step s WHERE s.from_status = OLD.status AND s.to_status = NEW.status
        ) THEN
          RAISE EXCEPTION 'A gift does not go from % to %.', OLD.status, NEW.status
            USING ERRCODE = 'check_violation', CONSTRAINT = 'gift_step';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER gift_keeps_to_steps BEFORE UPDATE OF status ON fundraising.gift FOR EACH ROW
        WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION fundraising.keep_to_gift_steps();

      -- Adds gifts that were just written as paid to the totals of their campaign and page. Once for each gift.
      CREATE FUNCTION fundraising.count_gifts(ids uuid[]) RETURNS void LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
      AS $$
      BEGIN
        INSERT INTO fundraising.tally AS t (owner_id, gift_count, intended_minor)
          SELECT o.owner_id, count(*), sum(g.intended_minor)
          FROM fundraising.gift g CROSS JOIN LATERAL (VALUES (g.campaign_id), (g.page_id)) AS o (owner_id)
          WHERE g.id = ANY (ids) AND o.owner_id IS NOT NULL
          GROUP BY o.owner_id ORDER BY o.owner_id
          ON CONFLICT (owner_id) DO UPDATE SET gift_count = t.gift_count + excluded.gift_count,
            intended_minor = t.intended_minor + excluded.intended_minor;

        -- Nearly never true, so that the campaign's row is not written with every gift.
        UPDATE fundraising.campaign c SET first_gift_at = f.first_at
          FROM (
            SELECT g.campaign_id, min(g.paid_at) AS first_at FROM fundraising.gift g
            WHERE g.id = ANY (ids) GROUP BY g.campaign_id ORDER BY g.campaign_id
          ) f
          WHERE c.id = f.campaign_id AND (c.first_gift_at IS NULL OR c.first_gift_at > f.first_at);
      END $$;

      -- Books charges of Stripe: a JSON array of { ord, gift, charge, payment_intent, amount, currency, happened }. For
      -- each: 'applied', 'there' (booked before), 'no-gift' (nothing is written), or 'second-charge' and
      -- 'charge-differs': money that is nobody's yet, booked as unmatched and shown as a difference.
      --
      -- The gifts are locked first, in the order of their ids, then whatever the ledger locks, then the totals: whoever
      -- changes a gift's money goes the same way.
      CREATE FUNCTION fundraising.book_payments(items jsonb, at timestamptz)
      RETURNS TABLE (ord integer, outcome text)
      LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
      AS $$
      #variable_conflict use_column
      DECLARE
        -- The payments in the order of their ord; a place in these arrays is a payment.
        ords integer[];
        gifts uuid[];
        charges text[];
        intents text[];
        amounts bigint[];
        currencies text[];
        moments timestamptz[];
        campaigns uuid[];
        intended bigint[];
        covers bigint[];
        expected bigint[];
        outcomes text[];
        -- The places of those that move money.
        moving integer[];
        applied uuid[];
      BEGIN
        PERFORM FROM fundraising.gift g
          WHERE g.id = ANY (ARRAY(SELECT (i ->> 'gift')::uuid FROM jsonb_array_elements(items) i))
          ORDER BY g.id FOR NO KEY UPDATE;

        SELECT array_agg(i.ord ORDER BY i.ord), array_agg(i.gift ORDER BY i.ord), array_agg(i.charge ORDER BY i.ord),
          array_agg(i.payment_intent ORDER BY i.ord), array_agg(i.amount ORDER BY i.ord),
          array_agg(i.currency ORDER BY i.ord), array_agg(i.happened ORDER BY i.ord),
          array_agg(i.campaign_id ORDER BY i.ord), array_agg(i.intended_minor ORDER BY i.ord),
          array_agg(i.cover_minor ORDER BY i.ord), array_agg(i.charged_minor ORDER BY i.ord),
          array_agg(CASE
            WHEN i.known IS NULL THEN 'no-gift'
            WHEN i.charge_id = i.charge OR i.nth_of_charge > 1 THEN 'there'
            WHEN i.charge_id IS NOT NULL OR i.nth_of_gift > 1 THEN 'second-charge'
            WHEN i.amount <> i.charged_minor OR i.currency <> i.gift_currency THEN 'charge-differs'
            ELSE 'applied'
          END ORDER BY i.ord)
        INTO ords, gifts, charges, intents, amounts, currencies, moments, campaigns, intended, covers, expected, outcomes
        FROM (
          SELECT i.*, g.campaign_id, g.intended_minor, g.cover_minor, g.id AS known, g.charge_id, g.charged_minor,
            g.currency AS gift_currency,
            row_number() OVER (PARTITION BY i.charge ORDER BY i.ord) AS nth_of_charge,
            row_number() OVER (PARTITION BY i.gift ORDER BY i.ord) AS nth_of_gift
          FROM jsonb_to_recordset(items) AS i (ord integer, gift uuid, charge text, payment_intent text, amount bigint,
              currency text, happened timestamptz)
            LEFT JOIN fundraising.gift g ON g.id = i.gift
        ) i;

        moving := ARRAY(
          SELECT v.place::integer FROM unnest(outcomes) WITH ORDINALITY AS v (outcome, place)
          WHERE v.outcome IN ('applied', 'second-charge', 'charge-differs') ORDER BY v.place
        );
        -- Money that is booked is booked for its gift, or as unmatched where it is nobody's yet. What the ledger had was
        -- booked before.
        WITH entry AS (
          SELECT array_agg('charge'::text) AS kinds, array_agg('charge:' || charges[m.place]) AS refs,
            array_agg(gifts[m.place]) AS subjects, array_agg(moments[m.place]) AS happened
          FROM unnest(moving) AS m (place)
        ), posting AS (
          SELECT array_agg(m.nth::integer) AS entries, array_agg(p.n) AS ns, array_agg(p.kind) AS kinds,
            array_agg(p.owner) AS owners, array_agg(currencies[m.place]) AS currencies, array_agg(p.amount) AS amounts
          FROM unnest(moving) WITH ORDINALITY AS m (place, nth) CROSS JOIN LATERAL (
            SELECT * FROM (VALUES
              (true, 1, 'stripe-balance', NULL::uuid, amounts[m.place]),
              (true, 2, 'fund', campaigns[m.place], -intended[m.place]),
              (true, 3, 'fee-cover', campaigns[m.place], -covers[m.place]),
              (false, 1, 'stripe-balance', NULL, amounts[m.place]),
              (false, 2, 'unmatched', NULL, -amounts[m.place])
            ) AS p (of_gift, n, kind, owner, amount)
            WHERE p.of_gift = (outcomes[m.place] = 'applied')
          ) p
        ), posted AS (
          SELECT w.place FROM entry e, posting p,
            LATERAL ledger.post_entries(e.kinds, e.refs, e.subjects, e.happened, p.entries, p.ns, p.kinds, p.owners,
              p.currencies, p.amounts, at) w
          WHERE w.posted
        )
        SELECT array_agg(CASE
            WHEN v.outcome IN ('there', 'no-gift') OR p.place IS NOT NULL THEN v.outcome ELSE 'there'
          END ORDER BY v.place) INTO outcomes
        FROM unnest(outcomes) WITH ORDINALITY AS v (outcome, place)
          LEFT JOIN (SELECT moving[posted.place] AS place FROM posted) p ON p.place = v.place;

        WITH paid AS (
          UPDATE fundraising.gift g
          SET status = 'paid', paid_at = v.happened, charge_id = v.charge, failure_code = NULL,
            payment_intent_id = coalesce(v.payment_intent, g.payment_intent_id)
          FROM unnest(gifts, charges, intents, moments, outcomes) AS v (gift, charge, payment_intent, happened, outcome)
          WHERE v.outcome = 'applied' AND g.id = v.gift
          RETURNING g.id
        )
        SELECT array_agg(id) INTO applied FROM paid;
        IF applied IS NOT NULL THEN
          PERFORM fundraising.count_gifts(applied);
        END IF;

        IF outcomes && ARRAY['second-charge', 'charge-differs'] THEN
          INSERT INTO fundraising.difference (kind, about, gift_id, expected_minor, found_minor, currency, found_at)
            SELECT v.outcome, 'charge:' || v.charge, v.gift, CASE WHEN v.outcome = 'charge-differs' THEN v.due ELSE 0 END,
              v.amount, v.currency, at
            FROM unnest(gifts, charges, amounts, currencies, expected, outcomes)
              AS v (gift, charge, amount, currency, due, outcome)
            WHERE v.outcome IN ('second-charge', 'charge-differs')
            ON CONFLICT (kind, about) WHERE settled_at IS NULL DO NOTHING;
        END IF;

        RETURN QUERY SELECT v.ord, v.outcome FROM unnest(ords, outcomes) AS v (ord, outcome);
      END $$;

      -- The same from webhooks: items also carry { event, type, created }. The ids of the events are kept in the same
      -- transaction as their effect; an event that came before finds its charge 'there' and changes nothing.
      CREATE FUNCTION fundraising.book_charges(items jsonb, at timestamptz)
      RETURNS TABLE (ord integer, outcome text)
      LANGUAGE sql
      AS $$
        WITH booked AS MATERIALIZED (SELECT b.ord, b.outcome FROM fundraising.book_payments(items, at) b),
        kept AS (
          INSERT INTO fundraising.stripe_event (id, type, object_id, outcome, created_at, received_at)
          SELECT i.event, i.type, i.charge,
            CASE WHEN b.outcome IN ('there', 'no-gift') THEN 'nothing-to-do' ELSE 'applied' END, i.created, at
          FROM jsonb_to_recordset(items) AS i (ord integer, event text, type text, charge text, created timestamptz)
            JOIN booked b ON b.ord = i.ord
          ORDER BY i.event, i.ord
          ON CONFLICT (id) DO NOTHING
        )
        SELECT b.ord, b.outcome FROM booked b ORDER BY b.ord
      $$;

      -- What was given back or lost of a gift, its state and the totals follow from its refunds and disputes: this works
      -- them out anew, whatever came in whatever order.
      CREATE FUNCTION fundraising.settle_gifts(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM fundraising.gift g WHERE g.id = ANY (ids) ORDER BY g.id FOR NO KEY UPDATE;

        WITH facts AS MATERIALIZED (
          SELECT g.id, g.campaign_id, g.page_id, r.refunded, r.intended AS refunded_intended,
            least(d.lost, g.charged_minor - r.refunded) AS lost,
            least(d.lost, g.charged_minor - r.refunded, g.intended_minor - r.intended) AS lost_intended,
            g.refunded_intended_minor AS refunded_before, g.lost_intended_minor AS lost_before,
            CASE
              WHEN g.paid_at IS NULL OR g.status = 'cancelled' THEN g.status
              WHEN d.is_open THEN 'disputed'
              WHEN d.lost > 0 THEN 'lost'
              WHEN r.refunded > 0 AND r.refunded >= g.charged_minor THEN 'refunded'
              WHEN r.refunded > 0 THEN 'partly_refunded'
              ELSE 'paid'
            END AS status
          FROM fundraising.gift g
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(f.amount_minor), 0) AS refunded, coalesce(sum(f.intended_minor), 0) AS intended
              FROM fundraising.refund f WHERE f.gift_id = g.id AND f.status IN ('pending', 'succeeded')
            ) r
            CROSS JOIN LATERAL (
              SELECT coalesce(sum(p.amount_minor) FILTER (WHERE p.status = 'lost'), 0) AS lost,
                coalesce(bool_or(p.closed_at IS NULL), false) AS is_open
              FROM fundraising.dispute p WHERE p.gift_id = g.id
            ) d
          WHERE g.id = ANY (ids)
        ), settled AS (
          UPDATE fundraising.gift g
          SET refunded_minor = f.refunded, refunded_intended_minor = f.refunded_intended, lost_minor = f.lost,
            lost_intended_minor = f.lost_intended, status = f.status
          FROM facts f WHERE g.id = f.id
        )
        INSERT INTO fundraising.tally AS t (owner_id, refunded_minor, lost_minor)
          SELECT o.owner_id, sum(f.refunded_intended - f.refunded_before), sum(f.lost_intended - f.lost_before)
          FROM facts f CROSS JOIN LATERAL (VALUES (f.campaign_id), (f.page_id)) AS o (owner_id)
          WHERE o.owner_id IS NOT NULL
            AND (f.refunded_intended <> f.refunded_before OR f.lost_intended <> f.lost_before)
          GROUP BY o.owner_id ORDER BY o.owner_id
          ON CONFLICT (owner_id) DO UPDATE SET refunded_minor = t.refunded_minor + excluded.refunded_minor,
            lost_minor = t.lost_minor + excluded.lost_minor;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION fundraising.settle_gifts, fundraising.book_charges, fundraising.book_payments,
        fundraising.count_gifts;
      DROP TRIGGER gift_keeps_to_steps ON fundraising.gift;
      DROP FUNCTION fundraising.keep_to_gift_steps;
    `);
  }
}
