import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Double entry: what happened to money, written once and never changed. */
export class CreateLedger1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA ledger;

      -- The chart of accounts. 'normal' is the side on which such an account usually stands: an asset or an expense is
      -- positive here, what is owed or was given is negative.
      CREATE TABLE ledger.account_kind (
        kind text PRIMARY KEY,
        normal text NOT NULL CHECK (normal IN ('debit', 'credit')),
        -- What one account of this kind belongs to: the organisation, a campaign or a matching pool.
        per text NOT NULL CHECK (per IN ('organisation', 'campaign', 'pool')),
        position integer NOT NULL UNIQUE
      );
      INSERT INTO ledger.account_kind (kind, normal, per, position) VALUES
        ('stripe-balance', 'debit', 'organisation', 1),
        ('bank', 'debit', 'organisation', 2),
        ('offline-cash', 'debit', 'organisation', 3),
        ('matching-receivable', 'debit', 'pool', 4),
        ('dispute-reserve', 'debit', 'campaign', 5),
        ('fund', 'credit', 'campaign', 6),
        ('fee-cover', 'credit', 'campaign', 7),
        ('matched-promised', 'credit', 'campaign', 8),
        ('matched-received', 'credit', 'campaign', 9),
        ('processing-fees', 'debit', 'campaign', 10),
        ('dispute-fees', 'debit', 'campaign', 11),
        ('refunded', 'debit', 'campaign', 12),
        ('refunded-cover', 'debit', 'campaign', 13),
        ('disputes-lost', 'debit', 'campaign', 14),
        ('disbursed', 'debit', 'campaign', 15),
        ('unmatched', 'credit', 'organisation', 16),
        ('exchange', 'debit', 'organisation', 17);

      CREATE TABLE ledger.account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL REFERENCES ledger.account_kind,
        -- The campaign or the pool, known by its id alone; null for the organisation's own.
        owner_id uuid,
        currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        created_at timestamptz NOT NULL,
        CONSTRAINT account_once UNIQUE NULLS NOT DISTINCT (owner_id, kind, currency)
      );

      CREATE TABLE ledger.transaction (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        -- What happened outside, said once: 'charge:ch_…', 'refund:re_…', 'payout:po_…', 'offline-gift:<id>'.
        external_ref text NOT NULL,
        -- The gift, payout or disbursement this is about.
        subject_id uuid,
        happened_at timestamptz NOT NULL,
        posted_at timestamptz NOT NULL,
        -- The database transaction that wrote it: only that one may add postings.
        posted_in bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
        CONSTRAINT transaction_once UNIQUE (external_ref)
      );
      CREATE INDEX transaction_by_subject ON ledger.transaction (subject_id) WHERE subject_id IS NOT NULL;
      CREATE INDEX transaction_by_time ON ledger.transaction (happened_at, id);

      -- Debits are positive, credits negative. Both ids are proven by the trigger posting_belongs: a foreign key would
      -- lock the row of a busy account for every gift, and would need the right to update what nobody may update.
      CREATE TABLE ledger.posting (
        transaction_id uuid NOT NULL,
        n smallint NOT NULL,
        account_id uuid NOT NULL,
        amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
        PRIMARY KEY (transaction_id, n)
      );
      CREATE INDEX posting_by_account ON ledger.posting (account_id, transaction_id);

      -- A stored total, written in the call that writes the postings it sums. Half of a page stays free, so that a total
      -- that changes with every gift is changed in place.
      CREATE TABLE ledger.balance (
        account_id uuid PRIMARY KEY REFERENCES ledger.account,
        balance_minor bigint NOT NULL
      ) WITH (fillfactor = 50);

      -- What was written stays: a mistake is put right by a transaction that reverses it.
      CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The ledger is append-only: no % on ledger.%.', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'ledger_append_only';
      END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.transaction
        FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.posting
        FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.account
        FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
      CREATE TRIGGER never_gone BEFORE DELETE OR TRUNCATE ON ledger.balance
        FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
      REVOKE UPDATE, DELETE, TRUNCATE ON ledger.transaction, ledger.posting FROM PUBLIC, CURRENT_USER;

      -- Looked at when everything is written: each transaction has postings, and in each currency they sum to zero.
      CREATE FUNCTION ledger.prove_balance() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
      BEGIN
        IF (
          SELECT bool_and(c.total = 0) FROM (
            SELECT sum(p.amount_minor) AS total
            FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
            WHERE p.transaction_id = NEW.id GROUP BY a.currency
          ) c
        ) IS NOT TRUE THEN
          RAISE EXCEPTION 'The postings of % do not sum to zero in each currency.', NEW.external_ref
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'transaction_balances';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER transaction_balances AFTER INSERT ON ledger.transaction
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.prove_balance();

      -- A posting stands in an account, and in a transaction that is being written now: nothing is added to the past.
      CREATE FUNCTION ledger.prove_belonging() RETURNS trigger LANGUAGE plpgsql
      SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
      AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM added p
            LEFT JOIN ledger.transaction t ON t.id = p.transaction_id
            LEFT JOIN ledger.account a ON a.id = p.account_id
          WHERE t.posted_in IS DISTINCT FROM pg_current_xact_id()::text::bigint OR a.id IS NULL
        ) THEN
          RAISE EXCEPTION 'A posting needs an account, and a transaction that is being written.'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'posting_belongs';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER posting_belongs AFTER INSERT ON ledger.posting REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION ledger.prove_belonging();

      -- Locks the totals of the organisation's own accounts of these kinds, in the order of ids, and makes the accounts that
      -- are missing. Nearly all that is posted moves one of them: whoever holds it waits for nobody who waits for them, also
      -- when they post a second time in their transaction (a payment, then its dispute).
      CREATE FUNCTION ledger.lock_own_totals(kinds text[], currencies text[], at timestamptz) RETURNS void LANGUAGE plpgsql
      AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM unnest(kinds, currencies) AS w (kind, currency)
          WHERE NOT EXISTS (
            SELECT FROM ledger.account a WHERE a.owner_id IS NULL AND a.kind = w.kind AND a.currency = w.currency
          )
        ) THEN
          WITH made AS (
            -- These ids come before those of all others.
            INSERT INTO ledger.account (id, kind, currency, created_at)
              SELECT ('00000000' || substr(gen_random_uuid()::text, 9))::uuid, w.kind, w.currency, at
              FROM unnest(kinds, currencies) AS w (kind, currency) ORDER BY w.kind, w.currency
            ON CONFLICT (owner_id, kind, currency) DO NOTHING RETURNING id
          )
          INSERT INTO ledger.balance (account_id, balance_minor) SELECT id, 0 FROM made;
        END IF;
        PERFORM FROM ledger.balance b
          WHERE b.account_id IN (
            SELECT a.id FROM unnest(kinds, currencies) AS w (kind, currency)
              JOIN ledger.account a ON a.owner_id IS NULL AND a.kind = w.kind AND a.currency = w.currency
          )
          ORDER BY b.account_id FOR NO KEY UPDATE;
      END $$;

      -- Writes many transactions in one call. The first four arrays say one transaction at each place, the others one
      -- posting each: entry is the place of its transaction, n its number within it. Answers one row for each transaction,
      -- by its place; posted is false where the reference was there already, and then nothing of it is written. Postings of
      -- zero are left out; accounts are made when they are first needed.
      --
      -- The organisation's own totals are locked before anything else; then references go in alphabetical order and
      -- totals in the order of accounts, so that two calls never wait for each other in a circle. One plan, by the indexes,
      -- whatever the statistics say: a plan made while the tables were empty would scan them for as long as the connection
      -- lives. Hash joins are on whoever calls: the items meet each other.
      CREATE FUNCTION ledger.post_entries(
        kinds text[], refs text[], subjects uuid[], moments timestamptz[],
        entries integer[], ns integer[], account_kinds text[], owners uuid[], currencies text[], amounts bigint[],
        at timestamptz)
      RETURNS TABLE (place integer, transaction_id uuid, posted boolean)
      LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = on
      AS $$
      #variable_conflict use_column
      DECLARE
        -- The accounts that are moved, each once.
        own_kinds text[];
        own_currencies text[];
        moved_kinds text[];
        moved_owners uuid[];
        moved_currencies text[];
        moved uuid[];
        made_places integer[];
        made_ids uuid[];
        -- Stands for the organisation, which no id names: a null would meet nothing.
        nobody uuid := '00000000-0000-0000-0000-000000000000';
        -- The first half of a version 7 uuid: ids in the order of time keep the indexes warm where they grow.
        moment text := regexp_replace(lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0'),
          '^(.{8})', '\\1-') || '-7';
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
            (moment || substr(gen_random_uuid()::text, 16))::uuid AS id
          FROM unnest(kinds, refs, subjects, moments) WITH ORDINALITY AS i (kind, ref, subject, happened, place)
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
          -- A new statement sees what another call committed while this one waited for it.
          RETURN QUERY
            SELECT i.place::integer, (SELECT t.id FROM ledger.transaction t WHERE t.external_ref = i.ref), false
            FROM unnest(refs) WITH ORDINALITY AS i (ref, place)
            WHERE i.place <> ALL (coalesce(made_places, '{}'));
        END IF;
      END $$;

      -- The same from JSON: an array of { ord, kind, ref, subject, happened, postings: [{ kind, owner, currency, amount }] }.
      CREATE FUNCTION ledger.post_transactions(items jsonb, at timestamptz)
      RETURNS TABLE (ord integer, transaction_id uuid, posted boolean)
      LANGUAGE sql
      AS $$
        WITH item AS MATERIALIZED (
          SELECT i.*, row_number() OVER () AS place
          FROM jsonb_to_recordset(items)
            AS i (ord integer, kind text, ref text, subject uuid, happened timestamptz, postings jsonb)
        ), entry AS (
          SELECT array_agg(i.kind ORDER BY i.place) AS kinds, array_agg(i.ref ORDER BY i.place) AS refs,
            array_agg(i.subject ORDER BY i.place) AS subjects, array_agg(i.happened ORDER BY i.place) AS moments
          FROM item i
        ), posting AS (
          SELECT array_agg(i.place::integer) AS entries, array_agg(p.n::integer) AS ns, array_agg(p.kind) AS kinds,
            array_agg(p.owner) AS owners, array_agg(p.currency) AS currencies, array_agg(p.amount) AS amounts
          FROM item i
            CROSS JOIN LATERAL ROWS FROM (
              jsonb_to_recordset(i.postings) AS (kind text, owner uuid, currency text, amount bigint)
            ) WITH ORDINALITY AS p (kind, owner, currency, amount, n)
        )
        SELECT i.ord, w.transaction_id, w.posted
        FROM entry e, posting p,
          LATERAL ledger.post_entries(e.kinds, e.refs, e.subjects, e.moments, p.entries, p.ns, p.kinds, p.owners,
            p.currencies, p.amounts, at) w
          JOIN item i ON i.place = w.place
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP SCHEMA ledger CASCADE;`);
  }
}
