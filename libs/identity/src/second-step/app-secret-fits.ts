import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ConfigError, Database, Secrets } from '@upstander/platform';
import { totpPurpose } from './authenticators.js';

/** The few statements this needs, for a program and for the command line. */
export type Asked = Pick<Database, 'query'>;

const purpose = 'app-secret';
const fewEnough = 5;

/**
 * Whether APP_SECRET, or one of the older ones beside it, is what this database was used with: by a value that was sealed when
 * a program first started, or, where there is none yet, by the authenticator apps. `new` where nothing was ever sealed.
 */
export async function appSecretFits(db: Asked, secrets: Secrets): Promise<'fits' | 'new' | 'wrong'> {
  const [known] = await db.query<{ sealed: string }>('SELECT sealed FROM identity.app_secret');
  if (known) return opens(secrets, purpose, known.sealed) ? 'fits' : 'wrong';
  const apps = await db.query<{ id: string; sealed: string }>(
    'SELECT id, totp_secret_sealed AS sealed FROM identity.account WHERE totp_secret_sealed IS NOT NULL LIMIT $1',
    [fewEnough],
  );
  if (apps.length === 0) return 'new';
  // One that does not open may be a damaged row; if none does, it is the secret.
  return apps.some(({ id, sealed }) => opens(secrets, totpPurpose(id), sealed)) ? 'fits' : 'wrong';
}

/** Remembers by which secret this database is used; with `again` also where another one was remembered. */
export async function rememberAppSecret(db: Asked, secrets: Secrets, { again = false } = {}): Promise<void> {
  await db.query(
    `INSERT INTO identity.app_secret (sealed) VALUES ($1)
     ON CONFLICT (only_one) DO ${again ? 'UPDATE SET sealed = excluded.sealed' : 'NOTHING'}`,
    [secrets.seal(purpose, 'This is the secret of this database.')],
  );
}

function opens(secrets: Secrets, sealedFor: string, sealed: string): boolean {
  try {
    secrets.unseal(sealedFor, sealed);
    return true;
  } catch {
    return false;
  }
}

/**
 * Looks, when a program starts, whether APP_SECRET opens what is there. With a wrong one no link in any mail would open, and
 * nobody would get past their second step.
 */
@Injectable()
export class AppSecretFits implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  /** @throws ConfigError. A database that is away or not migrated says nothing: readiness tells of it. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.db.dataSource.isInitialized) return;
    let found = await appSecretFits(this.db, this.secrets).catch(() => null);
    if (found === null) return;
    if (found !== 'wrong') {
      await rememberAppSecret(this.db, this.secrets);
      // Of two programs that start for the first time, one was first.
      found = await appSecretFits(this.db, this.secrets);
    }
    if (found === 'wrong') throw wrongAppSecret();
  }
}

export function wrongAppSecret(): ConfigError {
  return new ConfigError(
    'APP_SECRET is not the one this database was used with. Put that one back, or, if it was replaced on purpose, beside it as APP_SECRET_OLD. If it is lost, “upstander rotate-secret --lost” begins again without it.',
  );
}
