import type pg from 'pg';

/** Sizes are realistic and results deterministic. */
export async function manyEvents(
  pool: pg.Pool,
  wish: { events: number; shifts: number; minutesApart: number; description?: number },
): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows: indices } = await client.query<{ name: string; definition: string }>(
      `SELECT i.schemaname || '.' || i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
       WHERE i.schemaname = 'events' AND i.tablename IN ('event', 'shift')
         AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)`,
    );
    // Inserts a million rows in a minute by creating indexes and triggers afterward.
    for (const { name } of indices) await client.query(`DROP INDEX ${name}`);
    await client.query(
      `SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`,
    );
    await client.query(`INSERT INTO identity.chapter (name, slug, time_zone, city)
      SELECT 'Chapter ' || n, 'chapter-' || n, 'America/Los_Angeles', 'Los Angeles' FROM generate_series(1, 3) n`);
    await client.query(
      `INSERT INTO events.event (chapter_id, slug, title, summary, description, place, time_zone, starts_at, ends_at,
         starts_at_local, ends_at_local, languages, contact_name, status, published_at)
       SELECT c.ids[1 + n % 3], 'care-kit-packing-' || n, 'Care kit packing ' || n,
         'Pack kits of clothes, soap and a phone for people who leave in a hurry.',
         repeat('Come as you are; we show you everything. ', $3), n || ' Main St, Los Angeles', 'America/Los_Angeles',
         t.starts, t.starts + interval '4 hours', t.starts AT TIME ZONE 'America/Los_Angeles',
         (t.starts + interval '4 hours') AT TIME ZONE 'America/Los_Angeles', '{en,es}', 'Rosa', 'published', now()
       -- Not in the order of their dates: neighbors in a list are seldom neighbors on disk.
       FROM (SELECT array_agg(id) AS ids FROM identity.chapter) c,
         (SELECT n FROM generate_series(1, $1::integer) n ORDER BY md5(n::text)) n,
         LATERAL (SELECT date_trunc('hour', now()) + interval '2 days' + n * $2 * interval '1 minute' AS starts) t`,
      [wish.events, wish.minutesApart, wish.description ?? 15],
    );
    await client.query(
      `INSERT INTO events.shift (event_id, role, starts_at_local, ends_at_local, starts_at, ends_at, event_starts_at,
         chapter_id, languages, is_open, capacity, position)
       SELECT e.id, 'Packing ' || n, e.starts_at_local, e.ends_at_local, e.starts_at, e.ends_at, e.starts_at,
         e.chapter_id, e.languages, true, 12, n
       FROM events.event e, generate_series(1, $1::integer) n`,
      [wish.shifts],
    );
    for (const { definition } of indices) await client.query(definition);
    await client.query('VACUUM ANALYZE events.event');
    await client.query('VACUUM ANALYZE events.shift');
  } finally {
    // Discards the connection so that its settings don't return to the pool.
    client.release(true);
  }
}
