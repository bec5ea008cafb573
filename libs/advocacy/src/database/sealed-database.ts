import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { boundedWaits, Config, ConfigError, Refusal } from '@upstander/platform';
import pg from 'pg';

export type SealedSettings = Pick<Config, 'SEALED_DATABASE_URL' | 'SEALED_KEYS_URL' | 'SEALED_KEYS'>;

/** Time limits for commands and migrations, which have no settings for them. */
const commandLimits = {
  DATABASE_CONNECT_SECONDS: 10,
  DATABASE_STATEMENT_SECONDS: 60,
  DATABASE_IDLE_SECONDS: 60,
} satisfies Partial<Config>;

/** The two databases that the app's own role can't reach: the sealed schema and the keys of its records. */
@Injectable()
export class SealedDatabase implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Of one program, in each of the two databases. */
  static readonly maxConnections = 5;
  private readonly zone: pg.Pool | null;
  private readonly keyStore: pg.Pool | null;

  constructor(config: Config) {
    const { SEALED_DATABASE_URL: zone, SEALED_KEYS_URL: keys, SEALED_KEYS: wrapping } = config;
    const open = Boolean(zone && keys && wrapping);
    this.zone = open ? createPool(zone, 'sealed', config) : null;
    this.keyStore = open ? createPool(keys, 'public', config) : null;
  }

  /** Opens both databases for a command or a migration. Close it with `onApplicationShutdown`. */
  static forCommand(settings: SealedSettings): SealedDatabase {
    return new SealedDatabase({ ...commandLimits, ...settings } as Config);
  }

  get isOpen(): boolean {
    return this.zone !== null;
  }

  /** @throws Refusal SEALED_ZONE_CLOSED without a sealed zone */
  get rows(): pg.Pool {
    return this.zone ?? closedRefusal();
  }

  /** @throws Refusal SEALED_ZONE_CLOSED without a sealed zone */
  get keys(): pg.Pool {
    return this.keyStore ?? closedRefusal();
  }

  /**
   * Checks the search path of both connections, because a pooler can drop it. Unreachable databases are left to the
   * readiness checks.
   * @throws ConfigError
   */
  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([
      requirePath(this.zone, 'sealed', 'SEALED_DATABASE_URL'),
      requirePath(this.keyStore, 'public', 'SEALED_KEYS_URL'),
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.zone?.end(), this.keyStore?.end()]);
  }
}

/**
 * Resolves unqualified names in pg_catalog first, regardless of database or role settings. Otherwise a function of the
 * same name elsewhere would run with the rights of this connection.
 */
function createPool(connectionString: string | undefined, schema: string, config: Config): pg.Pool {
  const made = new pg.Pool({
    connectionString,
    max: SealedDatabase.maxConnections,
    application_name: 'upstander-sealed',
    options: `-c search_path=${pathOf(schema)}`,
    ...boundedWaits(config),
  });
  // The pool replaces lost idle connections; the next query reports an unreachable server.
  made.on('error', () => undefined);
  return made;
}

const pathOf = (schema: string) => `pg_catalog,${schema},pg_temp`;

async function requirePath(from: pg.Pool | null, schema: string, setting: string): Promise<void> {
  const answer = await from?.query<{ path: string }>('SHOW search_path').catch(() => undefined);
  const path = answer && Object.values(answer.rows[0] ?? {})[0];
  if (path === undefined || path.replaceAll(' ', '') === pathOf(schema)) return;
  throw new ConfigError(
    `${setting} leads to connections that look names up in ${path}, and not in ${pathOf(schema)}. Give the address of PostgreSQL itself, without a pooler in between and without options in it.`,
  );
}

function closedRefusal(): never {
  throw new Refusal('SEALED_ZONE_CLOSED', 'You can’t send this here right now. Please call one of the help lines.');
}
