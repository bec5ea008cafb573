import { Controller, Get, Res } from '@nestjs/common';
import { pendingMigrations } from '@upstander/db';
import { Allow } from '@upstander/identity';
import { Database, JobQueue } from '@upstander/platform';
import type { FastifyReply } from 'fastify';

/** For whoever keeps the process running: `/healthz` is "alive", `/readyz` is "able to serve". */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
  ) {}

  @Get('healthz')
  @Allow('anyone')
  health(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 until the database answers, no migration is outstanding and the queue answers. */
  @Get('readyz')
  @Allow('anyone')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, string>> {
    const [pending, queue] = await Promise.all([pendingMigrations(this.db).catch(() => null), this.queue.ready()]);
    const checks = {
      database: pending === null ? 'away' : 'ok',
      migrations: pending === null ? 'unknown' : pending.length > 0 ? 'outstanding' : 'ok',
      queue: queue ? 'ok' : 'away',
    };
    const ready = Object.values(checks).every((state) => state === 'ok');
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', ...checks };
  }
}
