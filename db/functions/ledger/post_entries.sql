-- Writes many transactions in one call. The first four arrays have one element per transaction, the others one per posting:
-- entry is the index of its transaction, n its number within it. Returns one row per transaction; posted is false if the
-- reference already exists, and then nothing is written for it. Zero postings are skipped; missing accounts are created.
--
-- Locking: the organization's own totals first, then references in alphabetical order, then totals in account order, so that
-- concurrent calls cannot deadlock. Plan: pinned to indexes, because a plan cached while tables were empty scans them for the
-- life of the connection. Hash joins are enabled here, whatever the caller set, because the input arrays are joined with each
-- other.
-- Called by db/functions/ledger/post_transactions.sql
CREATE OR REPLACE FUNCTION ledger.post_entries(
  kinds text[], refs text[], subjects uuid[], times timestamptz[],
  entries integer[], ns integer[], account_kinds text[], owners uuid[], currencies text[], amounts bigint[],
  at timestamptz)
RETURNS TABLE (place integer, transaction_id uuid, posted boolean)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = on
AS $$
#variable_conflict use_column
DECLARE
  own_kinds text[];
  own_currencies text[];
  moved_kinds text[];
  moved_owners uuid[];
  moved_currencies text[];
  moved uuid[];
  made_places integer[];
  made_ids uuid[];
  -- Placeholder for the organization, which has no owner ID: null would never match in a join.
  nobody uuid := '00000000-0000-0000-0000-000000000000';
  -- The first half of a version 7 UUID. Time-ordered IDs keep index inserts in cached pages.
  time_hex text := regexp_replace(lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0'),
    '^(.{8})', '\1-') || '-7';
BEGIN
  SELECT array_agg(w.kind), array_agg(w.owner), array_agg(w.currency),
    array_agg(w.kind) FILTER (WHERE w.owner IS NULL), array_agg(w.currency) FILTER (WHERE w.owner IS NULL)
  INTO moved_kinds, moved_owners, moved_currencies, own_kinds, own_currencies
  FROM (
    SELECT DISTINCT p.kind, p.owner, p.currency
    FROM unnest(account_kinds, owners, currencies, amounts) AS p (kind, owner, currency, amount)
    WHERE p.amount <> 0
  ) w;
  PERFORM ledger.lock_own_totals(own_kinds, own_currencies, at);

  FOR attempt IN 1 .. 2 LOOP
    moved := ARRAY(
      SELECT a.id
      FROM unnest(moved_kinds, moved_owners, moved_currencies) WITH ORDINALITY AS w (kind, owner, currency, nth)
        LEFT JOIN LATERAL (
          SELECT a.id FROM ledger.account a
          WHERE a.owner_id = w.owner AND a.kind = w.kind AND a.currency = w.currency
          UNION ALL
          SELECT a.id FROM ledger.account a
          WHERE w.owner IS NULL AND a.owner_id IS NULL AND a.kind = w.kind AND a.currency = w.currency
        ) a ON true
      ORDER BY w.nth
    );
    EXIT WHEN array_position(moved, NULL) IS NULL;

    INSERT INTO ledger.account (kind, owner_id, currency, created_at)
      SELECT w.kind, w.owner, w.currency, at
      FROM unnest(moved_kinds, moved_owners, moved_currencies) AS w (kind, owner, currency)
      ORDER BY w.owner, w.kind, w.currency
      ON CONFLICT (owner_id, kind, currency) DO NOTHING;
  END LOOP;

  WITH item AS MATERIALIZED (
    SELECT i.place::integer AS place, i.kind, i.ref, i.subject, i.happened,
      (time_hex || substr(gen_random_uuid()::text, 16))::uuid AS id
    FROM unnest(kinds, refs, subjects, times) WITH ORDINALITY AS i (kind, ref, subject, happened, place)
  ), made AS (
    INSERT INTO ledger.transaction (id, kind, external_ref, subject_id, happened_at, posted_at)
      SELECT i.id, i.kind, i.ref, i.subject, i.happened, at FROM item i ORDER BY i.ref, i.place
    ON CONFLICT (external_ref) DO NOTHING
    RETURNING id
  ), mine AS MATERIALIZED (
    SELECT i.place, i.id FROM made JOIN item i ON i.id = made.id
  ), written AS (
    INSERT INTO ledger.posting (transaction_id, n, account_id, amount_minor)
      SELECT m.id, p.n, a.id, p.amount
      FROM mine m
        JOIN unnest(entries, ns, account_kinds, owners, currencies, amounts)
          AS p (place, n, kind, owner, currency, amount) ON p.place = m.place
        JOIN unnest(moved_kinds, moved_owners, moved_currencies, moved) AS a (kind, owner, currency, id)
          ON a.kind = p.kind AND a.currency = p.currency AND coalesce(a.owner, nobody) = coalesce(p.owner, nobody)
      WHERE p.amount <> 0
    RETURNING account_id, amount_minor
  ), summed AS (
    INSERT INTO ledger.balance AS b (account_id, balance_minor)
      SELECT w.account_id, sum(w.amount_minor) FROM written w GROUP BY w.account_id ORDER BY w.account_id
    ON CONFLICT (account_id) DO UPDATE SET balance_minor = b.balance_minor + excluded.balance_minor
  )
  SELECT array_agg(m.place), array_agg(m.id) INTO made_places, made_ids FROM mine m;

  RETURN QUERY SELECT m.place, m.id, true FROM unnest(made_places, made_ids) AS m (place, id);
  IF coalesce(cardinality(made_places), 0) < cardinality(refs) THEN
    -- A new statement sees rows that a concurrent call committed while this one waited for its lock.
    RETURN QUERY
      SELECT i.place::integer, (SELECT t.id FROM ledger.transaction t WHERE t.external_ref = i.ref), false
      FROM unnest(refs) WITH ORDINALITY AS i (ref, place)
      WHERE i.place <> ALL (coalesce(made_places, '{}'));
  END IF;
END $$;
