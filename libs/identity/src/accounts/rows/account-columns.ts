import type { Tx } from '@upstander/platform';
import type { LocaleName } from '../../languages/locale.js';

const column = (sql: string, id: string) => `(SELECT ${sql} FROM identity.account WHERE account.id = ${id})`;

/** SQL: name of the account whose ID is the SQL expression `id`; null without one. The functions below take the ID the same way. */
export const accountName = (id: string): string => column('account.name', id);

export const accountEmail = (id: string): string => column('account.email', id);

export const accountLocale = (id: string): string => column('account.locale', id);

/** SQL: the account as JSON, for a field of type `PersonName`. */
export const accountJson = (id: string): string =>
  column(`json_build_object('id', account.id, 'name', account.name)`, id);

/** SQL condition: the account exists and isn't disabled. */
export const isActiveAccount = (id: string): string =>
  `EXISTS (SELECT FROM identity.account WHERE account.id = ${id} AND account.disabled_at IS NULL)`;

/** SQL condition: the account has two-step sign-in. */
export const hasSecondStep = (id: string): string =>
  `EXISTS (SELECT FROM identity.account WHERE account.id = ${id} AND account.totp_confirmed_at IS NOT NULL)`;

/** SQL: ID of the account with this email address. */
export const accountByEmail = (email: string): string => `(SELECT id FROM identity.account WHERE email = ${email})`;

/** SQL condition: the column references the account with the email address `$1`. */
export const ofAccount = (id: string): string => `${id} = ${accountByEmail('$1')}`;

/** SQL: roles `g` of accounts `a` that aren't disabled. */
export const activeGrants = `identity."grant" g JOIN identity.account a ON a.id = g.account_id AND a.disabled_at IS NULL`;

/** Returns null if the account no longer exists. */
export async function findAccountName(tx: Pick<Tx, 'query'>, id: string | null | undefined): Promise<string | null> {
  const [account] = await tx.query<{ name: string | null }>(`SELECT ${accountName('$1')} AS name`, [id]);
  return account?.name ?? null;
}

/** Returns null if the account is disabled or no longer exists. */
export async function findContact(
  tx: Pick<Tx, 'query'>,
  id: string | null,
): Promise<{ email: string; name: string; locale: LocaleName } | null> {
  const [contact] = await tx.query<{ email: string; name: string; locale: LocaleName }>(
    'SELECT email::text, name, locale FROM identity.account WHERE id = $1 AND disabled_at IS NULL',
    [id],
  );
  return contact ?? null;
}

/** Serializes changes to the rows of an account, so that their number is exact. */
export async function lockAccount(tx: Pick<Tx, 'query'>, id: string | null): Promise<void> {
  await tx.query('SELECT FROM identity.account WHERE id = $1 FOR NO KEY UPDATE', [id]);
}
