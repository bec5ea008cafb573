import { Injectable, type OnModuleInit } from '@nestjs/common';
import { pendingMigrations } from '@upstander/db';
import { Database, Logger } from '@upstander/platform';
import { setTimeout as wait } from 'node:timers/promises';

const lookAgain = 1_000;
const sayAgain = 30;

/** Jobs of this release do not touch a database of another: the worker waits until the migrations have run. */
@Injectable()
export class MigrationsFirst implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    for (let looks = 0; ; looks += 1) {
      const pending = await pendingMigrations(this.db);
      if (pending.length === 0) return;
      if (looks % sayAgain === 0) {
        this.logger.warn({ outstanding: pending.length, first: pending[0] }, 'waiting until the database is migrated');
      }
      await wait(lookAgain);
    }
  }
}
