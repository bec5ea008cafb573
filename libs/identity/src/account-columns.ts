import type { Tx } from '@upstander/platform';

const column = (sql: string, id: string) => `(SELECT ${sql} FROM identity.account WHERE account.id = ${id})`;

/** SQL: name of the account whose ID is the SQL expression `id`; null without one. */
export const accountName = (id: string): string => column('account.name', id);

/** SQL: the account as JSON, for a field of type `PersonName`. */
export const accountJson = (id: string): string =>
  column(`json_build_object('id', account.id, 'name', account.name)`, id);

/** SQL condition: the column references the account with the email address `$1`. */
export const ofAccount = (id: string): string => `${id} IN (SELECT a.id FROM identity.account a WHERE a.email = $1)`;

/** SQL: roles `g` of accounts `a` that aren't disabled. */
export const activeGrants = `identity."grant" g JOIN identity.account a ON a.id = g.account_id AND a.disabled_at IS NULL`;

/** Returns null if the account no longer exists. */
export async function findAccountName(tx: Pick<Tx, 'query'>, id: string | null | undefined): Promise<string | null> {
  const [account] = await tx.query<{ name: string | null }>(`SELECT ${accountName('$1')} AS name`, [id]);
  return account?.name ?? null;
}
