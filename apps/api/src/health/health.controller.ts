import { Controller, Get, Header, Res } from '@nestjs/common';
import { pendingMigrations } from '@upstander/db';
import { SealedHealth } from '@upstander/advocacy';
import { Allow } from '@upstander/identity';
import { Database, JobQueue } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { Draining } from './draining.js';
import { instance, instanceHeader } from './instance.js';

/**
 * For whoever keeps the process running: `/livez` is "alive", `/readyz` "send it visitors", `/health` "all it works with is in
 * order". Without the queue or the sealed databases every page is still served, so they take nobody out of the balancer.
 */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly sealed: SealedHealth,
    private readonly draining: Draining,
  ) {}

  @Get('livez')
  @Header(instanceHeader, instance)
  @Allow('anyone')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** The older name of `/livez`. */
  @Get('healthz')
  @Allow('anyone')
  aliveToo(): { status: string } {
    return this.alive();
  }

  /** 503 until the database answers and no migration is outstanding, and from the signal to end on. */
  @Get('readyz')
  @Header(instanceHeader, instance)
  @Allow('anyone')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, string>> {
    const checks = await this.database();
    const status = this.draining.isEnding ? 'ending' : isFine(checks) ? 'ready' : 'not ready';
    reply.status(status === 'ready' ? 200 : 503);
    return { status, ...checks };
  }

  /** 503 while anything is not in order, for alarms. */
  @Get('health')
  @Allow('anyone')
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, string>> {
    const [database, queue, sealed] = await Promise.all([this.database(), this.queue.ready(), this.sealed.state()]);
    const checks = { ...database, queue: queue ? 'ok' : 'away', sealed };
    reply.status(isFine(checks) ? 200 : 503);
    return { status: isFine(checks) ? 'ok' : 'not ok', ...checks };
  }

  private async database() {
    const pending = await pendingMigrations(this.db).catch(() => null);
    return {
      database: pending === null ? 'away' : 'ok',
      migrations: pending === null ? 'unknown' : pending.length > 0 ? 'outstanding' : 'ok',
    };
  }
}

const isFine = (checks: Readonly<Record<string, string>>) =>
  Object.values(checks).every((state) => state === 'ok' || state === 'none');
