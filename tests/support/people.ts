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

/** An account of long ago, with a role when one is named: as the command line gives it, without a second person. */
export async function anAccount(db: Database, person: Person = {}): Promise<{ id: string; email: string }> {
  const email = person.email ?? `${randomUUID()}@example.org`;
  const [account] = await db.query<{ id: string }>(
    `INSERT INTO identity.account (email, name, locale, created_at) VALUES ($1, $2, $3, now() - interval '10 years')
     ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id`,
    [email, person.name ?? 'Sam Doe', person.locale ?? 'en'],
  );
  if (!account) throw new Error('no account');
  if (person.role) {
    await db.query(
      `INSERT INTO identity."grant" (account_id, role, chapter_id, by_command_line) VALUES ($1, $2, $3, true)
       ON CONFLICT DO NOTHING`,
      [account.id, person.role, person.chapterId ?? null],
    );
  }
  return { id: account.id, email };
}

/** A signed-in account: the session row is made directly, because signing in has tests of its own. */
export async function aSession(
  db: Database,
  person: Person,
  now: Date,
): Promise<{ accountId: string; email: string; cookie: string }> {
  const { id, email } = await anAccount(db, person);
  const token = randomBytes(32).toString('base64url');
  await db.query(
    `INSERT INTO identity.session (token_hash, account_id, second_step, second_step_at, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, 'done', $3, $3, $3, $3::timestamptz + interval '365 days')`,
    [sha256(token), id, now],
  );
  return { accountId: id, email, cookie: `session=${token}` };
}
