import type { RoleName } from '@upstander/identity';
import { sha256, type Database } from '@upstander/platform';
import { randomBytes, randomUUID } from 'node:crypto';
import { seals } from './seals.js';

type Queryable = Pick<Database, 'query'>;
type SecondStep = 'not-needed' | 'needed' | 'setup-needed' | 'done';

export interface Person {
  email?: string;
  name?: string;
  locale?: 'en' | 'es';
  /** One role for a chapter, or for the whole organization without one. */
  role?: string;
  chapterId?: string | null;
}

/** Creates an old account, optionally with a role granted as by the command line. */
export async function anAccount(db: Queryable, person: Person = {}): Promise<{ id: string; email: string }> {
  const email = person.email ?? `${randomUUID()}@example.org`;
  const [id, grantId] = [randomUUID(), randomUUID()];
  const grantRow = {
    id: grantId,
    role: (person.role ?? 'volunteer') as RoleName,
    chapterId: person.chapterId ?? null,
    byCommandLine: true,
    requestId: null,
  };
  const [account] = await db.query<{ id: string; isNew: boolean }>(
    `WITH account AS (
       INSERT INTO identity.account (id, email, name, locale, created_at, seal)
       VALUES ($6, $1, $2, $3, now() - interval '10 years', $7)
       ON CONFLICT (email) DO UPDATE SET name = excluded.name RETURNING id
     ), given AS (
       INSERT INTO identity."grant" (id, account_id, role, chapter_id, by_command_line, seal)
       SELECT $8, id, $4::text, $5::uuid, true, $9 FROM account WHERE $4 IS NOT NULL ON CONFLICT DO NOTHING
     )
     SELECT id, id = $6 AS "isNew" FROM account`,
    [
      email,
      person.name ?? 'Sam Doe',
      person.locale ?? 'en',
      person.role ?? null,
      person.chapterId ?? null,
      id,
      seals.accounts.sealOfNew(id, email),
      grantId,
      seals.grants.sealOf({ ...grantRow, accountId: id }),
    ],
  );
  if (!account) throw new Error('no account');
  if (!account.isNew) {
    await db.query('UPDATE identity."grant" SET seal = $2 WHERE id = $1', [
      grantId,
      seals.grants.sealOf({ ...grantRow, accountId: account.id }),
    ]);
  }
  return { id: account.id, email };
}

/** Creates a signed-in account by inserting the session. Other tests cover signing in. */
export async function aSession(
  db: Database,
  person: Person,
  now: Date,
): Promise<{ accountId: string; email: string; cookie: string }> {
  const { id: accountId, email } = await anAccount(db, person);
  return { accountId, email, cookie: await aCookie(db, accountId, { secondStep: 'done', now }) };
}

export async function aCookie(
  db: Queryable,
  accountId: string,
  { secondStep, now }: { secondStep: SecondStep; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const session = {
    id: randomUUID(),
    tokenHash: sha256(token),
    accountId,
    firstStep: null,
    secondStep,
    createdAt: now,
    secondStepAt: secondStep === 'done' ? now : null,
    expiresAt: new Date(now.valueOf() + 365 * 86_400_000),
  };
  await db.query(
    `INSERT INTO identity.session
       (id, token_hash, account_id, second_step, second_step_at, created_at, last_seen_at, expires_at, seal)
     VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
    [
      session.id,
      session.tokenHash,
      accountId,
      secondStep,
      session.secondStepAt,
      now,
      session.expiresAt,
      seals.sessions.sealOf({ ...session, accountSealed: true }),
    ],
  );
  return `session=${token}`;
}
