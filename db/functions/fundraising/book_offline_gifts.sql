-- Books offline gifts: [{ id, campaign, page, name, email, anonymous, locale, method, source, currency, intended, inKind,
-- goodsDescription, goodsValue, message, externalRef, recordedBy, paidAt }]. Returns the IDs of new gifts. Items with a known
-- external reference change nothing. Gifts in kind are described and not valued: their amount is zero, and the ledger has no
-- entry for them.
-- Called by libs/donations/src/offline/offline-booking.ts
CREATE OR REPLACE FUNCTION fundraising.book_offline_gifts(items jsonb, at timestamptz) RETURNS SETOF uuid
LANGUAGE plpgsql AS $$
DECLARE
  made uuid[];
BEGIN
  PERFORM fundraising.donor_of(i.email, i.locale, at)
  FROM (
    SELECT DISTINCT ON (i.email) i.email, i.locale
    FROM jsonb_to_recordset(items) AS i (email citext, locale text) WHERE i.email IS NOT NULL
    ORDER BY i.email
  ) i;

  WITH gift AS (
    INSERT INTO fundraising.gift (id, campaign_id, page_id, donor_id, name, anonymous, message, locale, method, source,
      status, currency, intended_minor, charged_minor, in_kind_description, goods_description, goods_value_minor,
      external_ref, recorded_by, created_at, paid_at)
    SELECT i.id, i.campaign, i.page, d.id, i.name, i.anonymous, coalesce(i.message, ''), i.locale, i.method, i.source,
      'paid', i.currency, i.intended, i.intended, coalesce(i."inKind", ''), coalesce(i."goodsDescription", ''),
      coalesce(i."goodsValue", 0), i."externalRef", i."recordedBy", at, i."paidAt"
    FROM jsonb_to_recordset(items) AS i (id uuid, campaign uuid, page uuid, name text, email citext,
      anonymous boolean, message text, locale text, method text, source text, currency text, intended bigint,
      "inKind" text, "goodsDescription" text, "goodsValue" bigint, "externalRef" text, "recordedBy" uuid,
      "paidAt" timestamptz)
    LEFT JOIN fundraising.donor d ON d.email = i.email
    ON CONFLICT (external_ref) WHERE external_ref IS NOT NULL DO NOTHING
    RETURNING gift.id
  )
  SELECT array_agg(gift.id) INTO made FROM gift;
  IF made IS NULL THEN RETURN; END IF;

  PERFORM FROM ledger.post_transactions((
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'ord', row_number, 'kind', 'offline-gift', 'ref', 'offline-gift:' || id, 'subject', id, 'happened', paid_at,
      'postings', jsonb_build_array(
        jsonb_build_object('kind', CASE method WHEN 'bank' THEN 'bank' ELSE 'offline-cash' END, 'owner', NULL,
          'currency', currency, 'amount', intended_minor),
        jsonb_build_object('kind', 'fund', 'owner', campaign_id, 'currency', currency, 'amount', -intended_minor)
      )
    )), '[]')
    FROM (
      SELECT g.*, row_number() OVER (ORDER BY g.paid_at, g.id) FROM fundraising.gift g
      WHERE g.id = ANY (made) AND g.method <> 'in_kind'
    ) g
  ), at);

  PERFORM fundraising.count_gifts(made);
  RETURN QUERY SELECT unnest(made);
END $$;
