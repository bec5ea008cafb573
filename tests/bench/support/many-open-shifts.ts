import type pg from 'pg';

/**
 * Inserts open shifts of sixty chapters in four languages around four cities, and one volunteer looking for one.
 * Deterministic.
 */
export async function manyOpenShifts(pool: pg.Pool, shifts: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET work_mem = '256MB'`);
    await client.query(`INSERT INTO identity.chapter (name, slug, time_zone, city)
      SELECT 'Chapter ' || n, 'chapter-' || n, 'America/Los_Angeles', 'Los Angeles' FROM generate_series(1, 60) n`);
    await client.query(`INSERT INTO platform.postcode (code, latitude, longitude)
      SELECT lpad(n::text, 5, '0'), 33 + n % 40 * 0.05, -118 + n / 40 * 0.05 FROM generate_series(0, 1599) n
      ON CONFLICT (code) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude`);
    await client.query(
      `INSERT INTO events.event (chapter_id, slug, title, place, time_zone, starts_at, ends_at, starts_at_local,
         ends_at_local, languages, contact_name, status, published_at)
       SELECT c.ids[1 + n % 60], 'packing-' || n, 'Packing ' || n, 'Main St, CA ' || lpad((n % 1600)::text, 5, '0'),
         'America/Los_Angeles', t.starts, t.starts + interval '3 hours', t.starts AT TIME ZONE 'America/Los_Angeles',
         (t.starts + interval '3 hours') AT TIME ZONE 'America/Los_Angeles',
         CASE n % 4 WHEN 0 THEN '{es}' WHEN 1 THEN '{en,es}' WHEN 2 THEN '{vi}' ELSE '{en}' END::text[], 'Rosa', 'published', now()
       FROM (SELECT array_agg(id ORDER BY slug) AS ids FROM identity.chapter) c,
         (SELECT n FROM generate_series(1, $1::integer) n ORDER BY md5(n::text)) n,
         LATERAL (SELECT date_trunc('hour', now()) + interval '2 days' + abs(hashint4(n)) % 4000 * interval '1 hour' AS starts) t`,
      [Math.ceil(shifts / 2)],
    );
    await client.query(
      `INSERT INTO events.shift (event_id, role, starts_at_local, ends_at_local, starts_at, ends_at, event_starts_at,
         chapter_id, languages, postcode, is_open, capacity, position, skill_ids)
       SELECT e.id, 'Packing ' || k, e.starts_at_local, e.ends_at_local, e.starts_at, e.ends_at, e.starts_at,
         e.chapter_id, e.languages, e.postcode, true, 12, k, CASE WHEN k = 2 AND e.slug LIKE '%7' THEN ARRAY[t.id] ELSE '{}' END
       FROM events.event e, generate_series(1, 2) k, (SELECT id FROM volunteers.term WHERE name = 'Driving') t`,
    );
    await client.query('SET session_replication_role = DEFAULT');
    await client.query(
      `INSERT INTO volunteers.volunteer (email, name, proven_at, languages, home_chapter_id, availability)
       SELECT 'ana@example.org', 'Ana Reyes', now(), '{es}', id,
         '[{"weekday": 6, "from": "09:00", "until": "17:00"}, {"weekday": 3, "from": "17:00", "until": "21:00"}]'
       FROM identity.chapter ORDER BY slug LIMIT 1`,
    );
    await client.query(`INSERT INTO volunteers.membership (volunteer_id, chapter_id, sort_name, active_at)
      SELECT v.id, v.home_chapter_id, v.sort_name, now() FROM volunteers.volunteer v`);
    for (const table of ['events.event', 'events.shift', 'platform.postcode'])
      await client.query(`VACUUM ANALYZE ${table}`);
  } finally {
    // Discards the connection so that its settings don't return to the pool.
    client.release(true);
  }
}
