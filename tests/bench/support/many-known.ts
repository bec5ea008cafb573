import { SignedIds, type Config } from '@upstander/platform';
import type pg from 'pg';
import { productionSettings } from './child.js';

/** Each volunteer has a verified address and a personal link token from an earlier email. */
export async function manyKnown(pool: pg.Pool, count: number): Promise<Array<{ volunteerId: string; token: string }>> {
  await pool.query(
    `INSERT INTO volunteers.volunteer (email, name, proven_at) SELECT 'ana-' || n || '@example.org', 'Ana Reyes ' || n, now()
     FROM generate_series(1, $1::integer) n`,
    [count],
  );
  const { rows } = await pool.query<{ id: string; volunteerId: string }>(
    `INSERT INTO events.signup (shift_id, volunteer_id, name, status, during, proven_at, created_at, ended_at)
     SELECT s.id, v.id, v.name, 'cancelled', tstzrange(s.starts_at, s.ends_at, '[)'), now(), now(), now()
     FROM (SELECT * FROM events.shift ORDER BY id LIMIT 1) s, volunteers.volunteer v
     RETURNING id, volunteer_id AS "volunteerId"`,
  );
  const signed = new SignedIds(productionSettings('') as unknown as Config);
  return rows.map(({ id, volunteerId }) => ({ volunteerId, token: signed.sign('signup', id) }));
}
