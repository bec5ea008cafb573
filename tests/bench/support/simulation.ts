import type pg from 'pg';

export interface Size {
  volunteers: number;
  events: number;
  gifts: number;
}

export const ratios = {
  /** One in this many volunteers has signed up, three times each. */
  active: 10,
  signups: 3,
  shifts: 2,
  chapters: 100,
  postcodes: 2_000,
  /** Gifts of an average campaign. One gift in ten goes to the largest campaign. */
  gifts: 1_000,
  donations: 5,
};

const tables: Record<string, readonly string[]> = {
  volunteers: ['volunteer', 'membership'],
  events: ['event', 'shift', 'signup'],
  notifications: ['mail'],
  fundraising: ['donor', 'gift', 'balance_transaction', 'campaign'],
  ledger: ['transaction', 'posting'],
};

/** Derives the ID from kind and number, so that rows are created without lookups. */
const id = (kind: string, n: string) => `md5('${kind}' || (${n}))::uuid`;
const campaignOf = (n: string) =>
  `CASE WHEN ${n} % 10 = 0 THEN 0 ELSE 1 + (hashint4(${n}) & 2147483647) % (1 + ${n} / ${ratios.gifts}) END`;

/**
 * Grows a database from one size to another by SQL inserts, with triggers and foreign keys disabled. Indexes are
 * created afterward as in the migrations. Deterministic.
 */
export async function growData(
  pool: pg.Pool,
  from: Size,
  to: Size,
  report: (line: string) => void = console.error,
): Promise<void> {
  const client = await pool.connect();
  const run = async (label: string, sql: string) => {
    const startedAt = performance.now();
    await client.query(sql);
    report(`  ${label}: ${Math.round((performance.now() - startedAt) / 1000)} s`);
  };
  try {
    await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB';
      SET synchronous_commit = off; SET max_parallel_maintenance_workers = 2`);
    // The search text is required and written by a trigger.
    await client.query('ALTER TABLE volunteers.volunteer ENABLE ALWAYS TRIGGER volunteer_keeps_search_text');
    const indexes = await dropIndexes(client);
    if (from.volunteers + from.gifts === 0) await run('what there is a few of', fewColumns);
    for (const [step, sql] of Object.entries(rowsOf(from, to))) await run(step, sql);
    for (const [step, sql] of Object.entries(totals)) await run(step, sql);
    await client.query('ALTER TABLE volunteers.volunteer ENABLE TRIGGER volunteer_keeps_search_text');
    for (const { name, definition } of indexes) await run(name, definition);
    await run('statistics', 'VACUUM ANALYZE');
  } finally {
    // Discards the connection so that its settings don't return to the pool.
    client.release(true);
  }
}

async function dropIndexes(client: pg.PoolClient): Promise<Array<{ name: string; definition: string }>> {
  const names = Object.entries(tables).flatMap(([schema, all]) => all.map((table) => `${schema}.${table}`));
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT format('%I.%I', schemaname, indexname) AS name, indexdef AS definition FROM pg_indexes i
     WHERE schemaname || '.' || tablename = ANY ($1)
       AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname AND c.connamespace = i.schemaname::regnamespace)
     ORDER BY 1`,
    [names],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows;
}

const fewColumns = `
  INSERT INTO identity.chapter (id, name, slug, time_zone, city)
    SELECT ${id('chapter', 'n')}, 'Chapter ' || n, 'chapter-' || n, 'America/Los_Angeles', 'Los Angeles'
    FROM generate_series(1, ${ratios.chapters}) n;
  INSERT INTO platform.postcode (code, latitude, longitude)
    SELECT (90000 + n)::text, 25 + (n * 7919 % 2300) / 100.0, -124 + (n * 104729 % 5700) / 100.0
    FROM generate_series(1, ${ratios.postcodes}) n
    ON CONFLICT (code) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude;
  INSERT INTO fundraising.beneficiary (kind, name, created_at) VALUES ('own', 'We', now()) ON CONFLICT DO NOTHING;
  INSERT INTO ledger.account (id, kind, currency, created_at) VALUES (${id('account', `'stripe-balance'`)}, 'stripe-balance', 'USD', now());`;

/** Rows added between two sizes, in chronological order. */
function rowsOf(from: Size, to: Size): Record<string, string> {
  const { active, signups, shifts, chapters, postcodes, gifts, donations } = ratios;
  const rowRange = (countKey: keyof Size, factor = 1) =>
    `generate_series(${Math.floor(from[countKey] / factor) + 1}, ${Math.floor(to[countKey] / factor)}) n`;
  // One gift every five seconds. Spreading a hundred million over ten years would mean three per second.
  const paidAtSql = `timestamptz '2020-01-01' + n * interval '5 seconds'`;
  /** Transaction IDs in chronological order, as the ledger creates them. Computed once per gift for all its rows. */
  const transaction = (kind: string) =>
    `(lpad(to_hex(1577836800000 + n * 5000::bigint), 12, '0') || '7' || substr(md5('${kind}' || n), 1, 3) || '8'
      || substr(md5('${kind}' || n), 4, 15))::uuid`;
  const bookedRows = `(SELECT n, ${transaction('charge')} AS charge, ${transaction('fee')} AS fee, ${campaignOf('n')} AS campaign
    FROM ${rowRange('gifts')} OFFSET 0) n`;
  const accountQuery = (kind: string) => id('account', `'${kind}' || n.campaign`);
  return {
    volunteers: `
      INSERT INTO volunteers.volunteer (id, email, name, phone, proven_at, active_at, created_at, skill_ids, availability)
      SELECT ${id('volunteer', 'n')}, 'v' || n || '@example.org', w.first[1 + n % 10] || ' ' || md5(n::text) || ' ' || w.last[1 + n / 10 % 10],
        '+1310' || lpad(n::text, 8, '0'), now(), now() - n * interval '1 minute', now() - n * interval '1 minute',
        CASE WHEN n % 10 = 0 THEN ARRAY[t.id] ELSE '{}' END,
        CASE WHEN n % 7 = 0 THEN '[{"weekday": 6, "from": "09:00", "until": "12:00"}]'::jsonb ELSE '[]' END
      FROM ${rowRange('volunteers')}, (SELECT id FROM volunteers.term WHERE name = 'Driving') t,
        (SELECT '{Ana,Bea,Carla,Dan,Érika,Farid,Grace,Hana,Inés,Jamal}'::text[] AS first,
          '{Reyes,Cho,Díaz,Kim,Okafor,Singh,Torres,Walker,Nguyen,Smith}'::text[] AS last) w`,
    memberships: `
      INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, sort_last, active_at, traits)
      SELECT v.id, c.id, true, v.sort_name, v.sort_last, v.active_at, volunteers.traits(c.id, v.skill_ids, v.languages, v.availability)
      FROM volunteers.volunteer v, LATERAL (SELECT ${id('chapter', `1 + substr(v.phone, 6)::integer % ${chapters}`)} AS id) c
      WHERE substr(v.phone, 6)::integer > ${from.volunteers}`,
    events: `
      INSERT INTO events.event (id, chapter_id, slug, title, summary, description, place, time_zone, starts_at, ends_at,
        starts_at_local, ends_at_local, languages, contact_name, status, published_at)
      SELECT ${id('event', 'n')}, ${id('chapter', `1 + n / 10 % ${chapters}`)}, 'care-kit-packing-' || n, 'Care kit packing ' || n,
        'Pack kits of clothes, soap and a phone for people who leave in a hurry.',
        repeat('Come as you are; we show you everything. ', 15), n || ' Main St, Los Angeles, CA ' || 90001 + n * 31 % ${postcodes},
        'America/Los_Angeles', t.starts, t.starts + interval '4 hours', t.starts AT TIME ZONE 'America/Los_Angeles',
        (t.starts + interval '4 hours') AT TIME ZONE 'America/Los_Angeles', '{en,es}', 'Rosa', 'published', now()
      -- One in ten is ahead, within three months; the others were in the years before.
      FROM ${rowRange('events')}, LATERAL (SELECT date_trunc('hour', now()) + CASE WHEN n % 10 = 0
        THEN interval '1 hour' * (48 + (hashint4(n) & 2147483647) % 2160) ELSE interval '-1 hour' * (48 + (hashint4(n) & 2147483647) % 43800) END AS starts) t`,
    shifts: `
      INSERT INTO events.shift (id, event_id, role, starts_at_local, ends_at_local, starts_at, ends_at, event_starts_at,
        chapter_id, languages, postcode, is_open, capacity, taken, position)
      SELECT ${id('shift', `substr(e.slug, 18) || '/' || k`)}, e.id, 'Packing ' || k, e.starts_at_local, e.ends_at_local, e.starts_at, e.ends_at,
        e.starts_at, e.chapter_id, e.languages, e.postcode, e.starts_at > now(), 12, 1, k
      FROM events.event e, generate_series(1, ${shifts}) k WHERE substr(e.slug, 18)::integer > ${from.events}`,
    'sign-ups': `
      INSERT INTO events.signup (shift_id, volunteer_id, name, status, during, proven_at, created_at)
      SELECT s.id, ${id('volunteer', `n * ${active}`)}, 'Ana', CASE WHEN s.is_open THEN 'confirmed' ELSE 'completed' END,
        tstzrange(s.starts_at, s.ends_at, '[)'), now(), now() - n * interval '1 second'
      FROM ${rowRange('volunteers', active)}, generate_series(1, ${signups}) k,
        LATERAL (SELECT ${id('shift', `1 + (hashint8(n::bigint * ${signups} + k) & 2147483647) % ${to.events} || '/' || 1 + k % ${shifts}`)} AS id) x
        JOIN events.shift s ON s.id = x.id
      ON CONFLICT DO NOTHING`,
    mails: `
      INSERT INTO notifications.mail (key, template, recipient, status, due_at, sent_at, created_at)
      SELECT 'signup-confirm/' || n || '/' || k, 'signup-confirm', 'v' || n * ${active} || '@example.org',
        CASE WHEN n % 1000 = 0 THEN 'due' ELSE 'sent' END, t.at, CASE WHEN n % 1000 > 0 THEN t.at END, t.at
      FROM ${rowRange('volunteers', active)}, generate_series(1, ${signups}) k, LATERAL (SELECT now() - n * interval '1 minute' AS at) t`,
    campaigns: `
      INSERT INTO fundraising.campaign (id, slug, beneficiary_id, title, story, goal_minor, currency, time_zone, status,
        organizer_name, organizer_email, published_at, first_gift_at, created_at, updated_at)
      SELECT ${id('campaign', 'n')}, 'beds-' || n, b.id, 'Beds ' || n, repeat('A bed is where it starts. ', 60), 100000000, 'USD',
        'America/Los_Angeles', 'live', 'Rosa', 'rosa@example.org', now(), now(), now(), now()
      FROM fundraising.beneficiary b, generate_series(0, ${to.gifts} / ${gifts} + 1) n WHERE b.kind = 'own' ON CONFLICT DO NOTHING`,
    donors: `
      INSERT INTO fundraising.donor (id, email, created_at)
      SELECT ${id('donor', 'n')}, 'donor-' || n || '@example.org', now() FROM generate_series(${from.gifts ? Math.floor(from.gifts / donations) + 1 : 0}, ${Math.floor(to.gifts / donations)}) n`,
    gifts: `
      INSERT INTO fundraising.gift (id, campaign_id, donor_id, name, message, method, source, status, currency,
        intended_minor, cover_minor, charged_minor, fee_minor, payment_intent_id, charge_id, created_at, paid_at, receipted_minor)
      SELECT ${id('gift', 'n')}, ${id('campaign', campaignOf('n'))}, ${id('donor', `n / ${donations}`)},
        w.first[1 + n % 10] || ' ' || w.last[1 + n / 10 % 10], '', 'stripe', 'site', 'paid', 'USD', 5000, 180, 5180, 180,
        'pi_' || lpad(n::text, 12, '0'), 'ch_' || lpad(n::text, 12, '0'), ${paidAtSql}, ${paidAtSql}, 5180
      FROM ${rowRange('gifts')}, (SELECT '{Ana,Bea,Carla,Dan,Érika,Farid,Grace,Hana,Inés,Jamal}'::text[] AS first,
          '{Reyes,Cho,Díaz,Kim,Okafor,Singh,Torres,Walker,Nguyen,Smith}'::text[] AS last) w`,
    "Stripe's lines": `
      INSERT INTO fundraising.balance_transaction (id, type, source_id, gift_id, amount_minor, fee_minor, net_minor, currency,
        available_on, created_at)
      SELECT 'txn_' || lpad(n::text, 12, '0'), 'charge', 'ch_' || lpad(n::text, 12, '0'), ${id('gift', 'n')}, 5180, 180, 5000, 'USD', ${paidAtSql}, ${paidAtSql}
      FROM ${rowRange('gifts')}`,
    accounts: `
      INSERT INTO ledger.account (id, kind, owner_id, currency, created_at)
      SELECT ${id('account', 'k || n')}, k, ${id('campaign', 'n')}, 'USD', now()
      FROM generate_series(0, ${to.gifts} / ${gifts} + 1) n, unnest('{fund,fee-cover,processing-fees}'::text[]) k ON CONFLICT DO NOTHING`,
    transactions: `
      INSERT INTO ledger.transaction (id, kind, external_ref, subject_id, happened_at, posted_at)
      SELECT k.id, k.kind, k.ref, ${id('gift', 'n.n')}, t.paid, t.paid
      FROM ${bookedRows}, LATERAL (SELECT timestamptz '2020-01-01' + n.n * interval '5 seconds' AS paid) t,
        LATERAL (VALUES (n.charge, 'charge', 'charge:ch_' || lpad(n.n::text, 12, '0')),
          (n.fee, 'fee', 'fee:txn_' || lpad(n.n::text, 12, '0'))) k (id, kind, ref)`,
    postings: `
      INSERT INTO ledger.posting (transaction_id, n, account_id, amount_minor)
      SELECT p.id, p.n, p.account, p.amount
      FROM ${bookedRows}, LATERAL (SELECT ${id('account', `'stripe-balance'`)} AS ours OFFSET 0) o, LATERAL (VALUES
        (n.charge, 1, o.ours, 5180), (n.charge, 2, ${accountQuery('fund')}, -5000), (n.charge, 3, ${accountQuery('fee-cover')}, -180),
        (n.fee, 1, ${accountQuery('processing-fees')}, 180), (n.fee, 2, o.ours, -180)
      ) p (id, n, account, amount)`,
  };
}

/** Stored totals that match their rows. The ledger check verifies them afterward. */
const totals: Record<string, string> = {
  balances: `
    DELETE FROM ledger.balance;
    INSERT INTO ledger.balance (account_id, balance_minor)
      SELECT account_id, sum(amount_minor) FROM ledger.posting GROUP BY account_id`,
  progress: `
    DELETE FROM fundraising.progress;
    INSERT INTO fundraising.progress (owner_id, gift_count, intended_minor)
      SELECT campaign_id, count(*), sum(intended_minor) FROM fundraising.gift GROUP BY campaign_id`,
};
