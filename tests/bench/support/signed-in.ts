import { sha256 } from '@upstander/platform';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';

/** Signs somebody in, as header lines; a role is given as by the command line. */
export async function signedInLines(pool: pg.Pool, email: string, role?: 'admin'): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `WITH one AS (INSERT INTO identity.account (email, name) VALUES ($1, 'Alex') RETURNING id),
       power AS (INSERT INTO identity."grant" (account_id, role, by_command_line)
         SELECT id, $3, true FROM one WHERE $3::text IS NOT NULL)
     INSERT INTO identity.session (token_hash, account_id, second_step, second_step_at, created_at, last_seen_at, expires_at)
     SELECT $2, id, 'done', now(), now(), now(), now() + interval '1 day' FROM one`,
    [email, sha256(token), role ?? null],
  );
  return `cookie: session=${token}\r\nsec-fetch-site: same-origin\r\n`;
}
