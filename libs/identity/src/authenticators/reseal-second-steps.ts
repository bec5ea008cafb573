import type { Secrets } from '@upstander/platform';
import type { AccountSeals } from '../accounts/rows/account-seals.js';
import { findAppSecrets } from '../accounts/rows/totp-columns.js';
import type { Queryable } from './app-secret-check.js';
import { totpPurpose } from './authenticators.js';

export interface ResealResult {
  readonly resealed: number;
  /** Accounts with an app secret that can't be decrypted. */
  readonly lost: readonly string[];
}

const batchSize = 500;

/** Safe to run while people sign in, and to stop and restart. */
export async function resealSecondSteps(
  db: Queryable,
  secrets: Secrets,
  accounts: AccountSeals,
): Promise<ResealResult> {
  const lostIds: string[] = [];
  let resealed = 0;
  let after: string | null = null;
  for (;;) {
    const rows = await findAppSecrets(db, { after, limit: batchSize });
    for (const { id, sealed } of rows) {
      const again = resealSecret(secrets, id, sealed);
      if (again === undefined) lostIds.push(id);
      else if (again !== null) resealed += await replace(db, accounts, { id, before: sealed, after: again });
    }
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return { resealed, lost: lostIds };
    after = last.id;
  }
}

/** Null if the secret is already current, undefined if it can't be decrypted. */
function resealSecret(secrets: Secrets, id: string, sealed: string): string | null | undefined {
  try {
    return secrets.reseal(totpPurpose(id), sealed);
  } catch {
    return undefined;
  }
}

async function replace(
  db: Queryable,
  accounts: AccountSeals,
  { id, before, after }: { id: string; before: string; after: string },
): Promise<number> {
  const account = await accounts.find(db, id);
  if (account?.totpSecretSealed !== before || accounts.stateOf(account) === 'changed') return 0;
  await accounts.update(db, account, { totpSecretSealed: after });
  return 1;
}
