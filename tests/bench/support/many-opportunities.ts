import type pg from 'pg';

/** Sizes are realistic and results deterministic. */
export async function manyOpportunities(pool: pg.Pool, opportunities: number): Promise<void> {
  const client = await pool.connect();
  try {
    // Other specs cover approvals and status changes.
    await client.query(`SET session_replication_role = replica`);
    await client.query(
      `INSERT INTO opportunities.business (legal_name, registration_number, street, city, region, postal_code, website,
         mail_domain, supervisor_name, supervisor_title, supervisor_phone, offers, status, approved_until, submitted_at,
         created_at, updated_at)
       SELECT 'Bakery ' || n, 'B' || n, '12 Main St', 'Fresno', 'CA', '93701', 'https://b' || n || '.example',
         'b' || n || '.example', 'Ines Soto', 'Owner', '+15595550123', 'Bread, baked at dawn.', 'approved', '2100-01-01',
         now(), now(), now()
       FROM generate_series(1, greatest($1::integer / 50, 1)) n`,
      [opportunities],
    );
    await client.query(
      `INSERT INTO opportunities.opportunity AS o (business_id, slug, kind, title, description, place, supervisor_name,
         id_needed, background_check, transport, pay_min_minor, pay_max_minor, pay_unit, pay_currency, hours_per_week,
         status, published_at, expires_at, approved_at, submitted_at, created_at, updated_at)
       SELECT b.ids[1 + n % array_length(b.ids, 1)], 'baker-' || n, (ARRAY['job', 'internship', 'other'])[1 + n % 3],
         'Baker ' || n, repeat('Bread and rolls with a team of four; we show you everything. ', 12),
         (ARRAY['Fresno', 'Los Angeles', 'San Diego', 'Reno'])[1 + n % 4] || ', ' || n || ' Main St', 'Ines Soto',
         n % 3 > 0, n % 5 > 0, CASE WHEN n % 2 = 0 THEN 'Bus pass' ELSE '' END, 1900, 2200, 'hour', 'USD', 30, 'in_review',
         date_trunc('milliseconds', now()) - n * interval '7 seconds', now() + interval '60 days', now(), now(), now(), now()
       FROM (SELECT array_agg(id) AS ids FROM opportunities.business) b,
         (SELECT n FROM generate_series(1, $1::integer) n ORDER BY md5(n::text)) n`,
      [opportunities],
    );
    await client.query(`UPDATE opportunities.opportunity o
      SET status = 'published', approved_content = opportunities.opportunity_content(o), approved_version = version`);
    await client.query('VACUUM ANALYZE opportunities.opportunity, opportunities.business');
  } finally {
    client.release(true);
  }
}
