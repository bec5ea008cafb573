import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, ConfigError, Database } from '@upstander/platform';
import type { Program } from './program-rights.js';

/** A table only this program may insert into if each program has its own role. */
const ownTable: Readonly<Record<Program, string>> = { api: 'identity.session', worker: 'platform.job_run' };

/** Refuses to start a program with the other program's database role, because each of its writes would fail. */
@Injectable()
export class OwnRole implements OnApplicationBootstrap {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** @throws ConfigError. The readiness checks report a database that is unreachable or not migrated. */
  async onApplicationBootstrap(): Promise<void> {
    if (!this.db.dataSource.isInitialized) return;
    const { program } = this.config;
    const [found] = await this.db
      .query<{ role: string; may: boolean | null }>(
        `SELECT current_user AS role, has_table_privilege(to_regclass($1), 'INSERT') AS may
         WHERE has_table_privilege(to_regclass('public.release'), 'SELECT')`,
        [ownTable[program]],
      )
      .catch(() => []);
    if (found?.may === false)
      throw new ConfigError(`DATABASE_URL enters as ${found.role}, which is not the role of the ${program}.`);
  }
}
