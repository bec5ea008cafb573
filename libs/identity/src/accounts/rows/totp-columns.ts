import type { Database } from '@upstander/platform';

type SqlExecutor = Pick<Database, 'query'>;

/** The authenticator columns of an account that its seal doesn't cover (see `AccountSeals`). */
interface StoredTotp {
  /** Secret of a new app, until its first code. */
  nextSecretSealed: string | null;
  lastStep: number | null;
  drift: number | null;
  pendingStep: number | null;
}

const columns: Readonly<Record<keyof StoredTotp, string>> = {
  nextSecretSealed: 'totp_next_secret_sealed',
  lastStep: 'totp_last_step',
  drift: 'totp_drift',
  pendingStep: 'totp_pending_step',
};

export async function findTotp(db: SqlExecutor, accountId: string): Promise<StoredTotp> {
  const [stored] = await db.query<Record<keyof StoredTotp, string | null>>(
    `SELECT ${Object.entries(columns)
      .map(([key, column]) => `${column}::text AS "${key}"`)
      .join(', ')} FROM identity.account
     WHERE id = $1`,
    [accountId],
  );
  const numberOf = (value: string | null | undefined) => (value == null ? null : Number(value));
  return {
    nextSecretSealed: stored?.nextSecretSealed ?? null,
    lastStep: numberOf(stored?.lastStep),
    drift: numberOf(stored?.drift),
    pendingStep: numberOf(stored?.pendingStep),
  };
}

export async function updateTotp(db: SqlExecutor, accountId: string, change: Partial<StoredTotp>): Promise<void> {
  const sets = Object.keys(change).map((key, at) => `${columns[key as keyof StoredTotp]} = $${at + 2}`);
  await db.query(`UPDATE identity.account SET ${sets.join(', ')} WHERE id = $1`, [accountId, ...Object.values(change)]);
}

/** Returns the sealed secrets of the apps in use, by account ID. */
export function findAppSecrets(
  db: SqlExecutor,
  { after, limit }: { after: string | null; limit: number },
): Promise<Array<{ id: string; sealed: string }>> {
  return db.query(
    `SELECT id, totp_secret_sealed AS sealed FROM identity.account
     WHERE ($1::uuid IS NULL OR id > $1) AND totp_secret_sealed IS NOT NULL ORDER BY id LIMIT $2`,
    [after, limit],
  );
}

/** Returns the accounts whose app is to be removed. */
export async function findDueResets(db: SqlExecutor, now: Date): Promise<string[]> {
  const due = await db.query<{ id: string }>('SELECT id FROM identity.account WHERE totp_reset_at <= $1', [now]);
  return due.map(({ id }) => id);
}
