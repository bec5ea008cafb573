import type { Secrets } from '@upstander/platform';
import type { AccountSeals } from '../seals/account-seals.js';
import type { Asked } from './app-secret-fits.js';
import { totpPurpose } from './authenticators.js';

export interface Resealed {
  /** How many secrets of authenticator apps are sealed with the present APP_SECRET from now on. */
  readonly resealed: number;
  /** Accounts whose app no secret opens: their owners cannot sign in until it is reset. */
  readonly lost: readonly string[];
}

const atOnce = 500;

/**
 * Seals the secrets of authenticator apps with the present APP_SECRET, while people sign in. It can stop anywhere and begin
 * again: a secret that somebody set up in the meantime is left alone.
 */
export async function resealSecondSteps(db: Asked, secrets: Secrets, accounts: AccountSeals): Promise<Resealed> {
  const lost: string[] = [];
  let resealed = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.query<{ id: string; sealed: string }>(
      `SELECT id, totp_secret_sealed AS sealed FROM identity.account
       WHERE id > $1 AND totp_secret_sealed IS NOT NULL ORDER BY id LIMIT $2`,
      [after, atOnce],
    );
    for (const { id, sealed } of rows) {
      const again = sealedAgain(secrets, id, sealed);
      if (again === undefined) lost.push(id);
      else if (again !== null) resealed += await replace(db, accounts, { id, before: sealed, after: again });
    }
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return { resealed, lost };
    after = last.id;
  }
}

/** Null where it is sealed with the present secret, undefined where none opens it. */
function sealedAgain(secrets: Secrets, id: string, sealed: string): string | null | undefined {
  try {
    return secrets.resealed(totpPurpose(id), sealed);
  } catch {
    return undefined;
  }
}

async function replace(
  db: Asked,
  accounts: AccountSeals,
  { id, before, after }: { id: string; before: string; after: string },
): Promise<number> {
  const account = await accounts.find(db, id);
  if (account?.totpSecretSealed !== before || accounts.stateOf(account) === 'changed') return 0;
  await accounts.update(db, account, { totpSecretSealed: after });
  return 1;
}
