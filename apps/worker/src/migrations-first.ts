import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SealedHealth } from '@upstander/advocacy';
import { refuseChanged, releaseFit } from '@upstander/db';
import { Database, Logger } from '@upstander/platform';
import { setTimeout as wait } from 'node:timers/promises';

const pollInterval = 1_000;
const logIntervalSeconds = 30;

/** Delays the worker until the migrations of this release have run. */
@Injectable()
export class MigrationsFirst implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sealed: SealedHealth,
    private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    for (let attempts = 0; ; attempts += 1) {
      const fit = await releaseFit(this.db, this.sealed.keys);
      refuseChanged(fit);
      const { pending, functions } = fit;
      if (pending.length === 0 && functions === 'ok') return;
      if (attempts % logIntervalSeconds === 0) {
        const first = pending[0] ?? 'the functions of the database';
        this.logger.warn({ outstanding: pending.length, first }, 'waiting until the database is migrated');
      }
      await wait(pollInterval);
    }
  }
}
