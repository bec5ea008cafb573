import { sha256, type Database } from '@upstander/platform';
import { randomBytes, randomUUID } from 'node:crypto';

export interface Person {
  email?: string;
  name?: string;
  locale?: 'en' | 'es';
  /** One role, for one chapter or (without a chapter) the whole organisation. */
  role?: string;
  chapterId?: string | null;
}

/** In one statement with what `more` adds: thousands of people are made in the tests. */
async function aPerson(
  db: Database,
  person: Person,
  more = '',
  params: readonly unknown[] = [],
): Promise<{ id: string; email: string }> {
  const email = person.email ?? `${randomUUID()}@example.org`;
  const [account] = await db.query<{ id: string }>(
    `WITH account AS (
       INSERT INTO identity.account (email, name, locale, created_at) VALUES ($1, $2, $3, now() - interval '10 years')
       ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id
     ), given AS (
       INSERT INTO identity."grant" (account_id, role, chapter_id, by_command_line)
       SELECT id, $4::text, $5::uuid, true FROM account WHERE $4 IS NOT NULL ON CONFLICT DO NOTHING
     ) ${more}
     SELECT id FROM account`,
    [email, person.name ?? 'Sam Doe', person.locale ?? 'en', person.role ?? null, person.chapterId ?? null, ...params],
  );
  if (!account) throw new Error('no account');
  return { id: account.id, email };
}

/** An account of long ago, with a role when one is named: as the command line gives it, without a second person. */
export function anAccount(db: Database, person: Person = {}): Promise<{ id: string; email: string }> {
  return aPerson(db, person);
}

/** A signed-in account: the session row is made directly, because signing in has tests of its own. */
export async function aSession(
  db: Database,
  person: Person,
  now: Date,
): Promise<{ accountId: string; email: string; cookie: string }> {
  const token = randomBytes(32).toString('base64url');
  const session = `, session AS (
    INSERT INTO identity.session (token_hash, account_id, second_step, second_step_at, created_at, last_seen_at, expires_at)
    SELECT $6::bytea, id, 'done', $7::timestamptz, $7, $7, $7 + interval '365 days' FROM account)`;
  const { id, email } = await aPerson(db, person, session, [sha256(token), now]);
  return { accountId: id, email, cookie: `session=${token}` };
}
