import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ConfigError, Database, Secrets } from '@upstander/platform';
import { findAppSecrets } from '../accounts/rows/totp-columns.js';
import { totpPurpose } from './authenticators.js';

export type Queryable = Pick<Database, 'query'>;

const purpose = 'app-secret';
const sampleSize = 5;

/**
 * Opens a value sealed on first start, or else the secrets of a few authenticator apps. Returns `new` if nothing was
 * ever sealed.
 */
export async function checkAppSecret(db: Queryable, secrets: Secrets): Promise<'fits' | 'new' | 'wrong'> {
  const [stored] = await db.query<{ sealed: string }>('SELECT sealed FROM identity.app_secret');
  if (stored) return canOpen(secrets, purpose, stored.sealed) ? 'fits' : 'wrong';
  const apps = await findAppSecrets(db, { after: null, limit: sampleSize });
  if (apps.length === 0) return 'new';
  // A single failure may be a damaged row. If none opens, the secret is wrong.
  return apps.some(({ id, sealed }) => canOpen(secrets, totpPurpose(id), sealed)) ? 'fits' : 'wrong';
}

/** With `again`, replaces an existing check value. */
export async function rememberAppSecret(
  db: Queryable,
  secrets: Secrets,
  { again: isReplaced = false } = {},
): Promise<void> {
  await db.query(
    `INSERT INTO identity.app_secret (sealed) VALUES ($1)
     ON CONFLICT (only_one) DO ${isReplaced ? 'UPDATE SET sealed = excluded.sealed' : 'NOTHING'}`,
    [secrets.seal(purpose, 'This is the secret of this database.')],
  );
}

function canOpen(secrets: Secrets, sealedFor: string, sealed: string): boolean {
  try {
    secrets.unseal(sealedFor, sealed);
    return true;
  } catch {
    return false;
  }
}

/** With a wrong secret, emailed links and authenticator codes would fail. */
@Injectable()
export class AppSecretCheck implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  /** Skips the check if the database is unreachable or not migrated. @throws ConfigError */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.db.dataSource.isInitialized) return;
    let checkResult = await checkAppSecret(this.db, this.secrets).catch(() => null);
    if (checkResult === null) return;
    if (checkResult !== 'wrong') {
      await rememberAppSecret(this.db, this.secrets);
      // Another process may have stored its secret first.
      checkResult = await checkAppSecret(this.db, this.secrets);
    }
    if (checkResult === 'wrong') throw wrongAppSecret();
  }
}

export function wrongAppSecret(): ConfigError {
  return new ConfigError(
    'APP_SECRET is not the one this database was used with. Put that one back, or, if it was replaced on purpose, beside it as APP_SECRET_OLD. If it is lost, “upstander rotate-secret --lost” begins again without it.',
  );
}
