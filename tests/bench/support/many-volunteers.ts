import type pg from 'pg';

/**
 * Inserts three chapters and their volunteers by SQL: every third belongs to a second chapter too, every tenth drives,
 * every seventh is available on Saturdays, every thousandth has a tag. About a third has one training, one in two
 * thousand another. Deterministic.
 */
export async function manyVolunteers(pool: pg.Pool, people: number): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows: indices } = await client.query<{ name: string; definition: string }>(
      `SELECT i.schemaname || '.' || i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
       WHERE i.schemaname = 'volunteers' AND i.tablename IN ('volunteer', 'membership')
         AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)`,
    );
    for (const { name } of indices) await client.query(`DROP INDEX ${name}`);
    await client.query(
      `SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'`,
    );
    // The search text is required and written by a trigger.
    await client.query('ALTER TABLE volunteers.volunteer ENABLE ALWAYS TRIGGER volunteer_keeps_search_text');
    await client.query(`INSERT INTO identity.chapter (name, slug, time_zone, city)
      SELECT 'Chapter ' || n, 'chapter-' || n, 'America/Los_Angeles', 'Los Angeles' FROM generate_series(1, 3) n`);
    await client.query(
      `INSERT INTO volunteers.volunteer (email, name, phone, proven_at, active_at, created_at, skill_ids, availability)
       SELECT 'v' || n || '@example.org', w.first[1 + n % 10] || ' ' || md5(n::text) || ' ' || w.last[1 + n / 10 % 10],
         '+1310' || lpad(n::text, 7, '0'), now(), now() - n * interval '1 minute', now(),
         CASE WHEN n % 10 = 0 THEN ARRAY[t.id] ELSE '{}' END,
         CASE WHEN n % 7 = 0 THEN '[{"weekday": 6, "from": "09:00", "until": "12:00"}]'::jsonb ELSE '[]' END
       FROM (SELECT n FROM generate_series(1, $1::integer) n ORDER BY md5(n::text)) n,
         (SELECT id FROM volunteers.term WHERE name = 'Driving') t,
         (SELECT '{Ana,Bea,Carla,Dan,Érika,Farid,Grace,Hana,Inés,Jamal}'::text[] AS first,
           '{Reyes,Cho,Díaz,Kim,Okafor,Singh,Torres,Walker,Nguyen,Smith}'::text[] AS last) w`,
      [people],
    );
    await client.query(
      `INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, sort_last, active_at, traits)
       SELECT v.id, c.id, true, v.sort_name, v.sort_last, v.active_at,
         volunteers.traits(c.id, v.skill_ids, v.languages, v.availability)
       FROM (SELECT array_agg(id ORDER BY slug) AS ids FROM identity.chapter) all_of,
         (SELECT *, right(phone, 7)::integer AS n FROM volunteers.volunteer) v,
         generate_series(0, 1) k, LATERAL (SELECT all_of.ids[1 + (v.n + k) % 3] AS id) c
       WHERE k = 0 OR v.n % 3 = 0`,
    );
    await client.query(
      `INSERT INTO volunteers.tag (volunteer_id, chapter_id, name, created_at)
       SELECT id, NULL, 'lead', now() FROM volunteers.volunteer WHERE right(phone, 3) = '000'`,
    );
    await client.query(
      `WITH type AS (
         INSERT INTO volunteers.credential_type (kind, name, name_es, how_to_get, how_to_get_es)
         SELECT 'training', name, name, 'Come to the course.', 'Ven al curso.' FROM unnest('{Training,Rare training}'::text[]) name
         RETURNING id, name
       )
       INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, issued_on, expires_on, evidence, created_at, updated_at)
       SELECT v.id, t.id, 'training', 'approved', current_date, CASE WHEN v.hash % 2 = 0 THEN current_date + v.hash % 700 END, 'Course',
         now(), now()
       FROM (SELECT id, abs(hashtext(phone)) / 2 AS hash FROM volunteers.volunteer) v
         JOIN type t ON v.hash % CASE t.name WHEN 'Training' THEN 3 ELSE 2000 END = 0`,
    );
    await client.query('ALTER TABLE volunteers.volunteer ENABLE TRIGGER volunteer_keeps_search_text');
    for (const { definition } of indices) await client.query(definition);
    await client.query('VACUUM ANALYZE volunteers.volunteer');
    await client.query('VACUUM ANALYZE volunteers.membership');
    await client.query('VACUUM ANALYZE volunteers.tag');
    await client.query('VACUUM ANALYZE volunteers.credential');
  } finally {
    // Discards the connection so that its settings don't return to the pool.
    client.release(true);
  }
}
