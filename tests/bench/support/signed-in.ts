import type { Database } from '@upstander/platform';
import type pg from 'pg';
import { aCookie, anAccount } from '../../support/people.js';

export function queryOf(pool: pg.Pool): Pick<Database, 'query'> {
  return {
    query: async <T extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []) =>
      (await pool.query<T>(sql, [...params])).rows,
  };
}

/** A role is granted as by the command line. */
export async function signedInLines(pool: pg.Pool, email: string, role?: 'admin'): Promise<string> {
  const db = queryOf(pool);
  const { id } = await anAccount(db, { email, name: 'Alex', ...(role && { role }) });
  const cookie = await aCookie(db, id, { secondStep: 'done', now: new Date() });
  return `cookie: ${cookie}\r\nsec-fetch-site: same-origin\r\n`;
}
