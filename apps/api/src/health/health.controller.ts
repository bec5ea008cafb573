import { Controller, Get, Header, Res } from '@nestjs/common';
import { SealedHealth } from '@upstander/advocacy';
import { releaseFacts } from '@upstander/db';
import { Allow } from '@upstander/identity';
import { FileStore } from '@upstander/files';
import { Database, JobQueue, PublicReads } from '@upstander/platform';
import type { FastifyReply } from 'fastify';
import { Draining } from './draining.js';
import { instance, instanceHeader } from './instance.js';
import { ReleaseWatch } from './release-watch.js';

/**
 * `/livez`: the process runs. `/readyz`: it can receive visitors. `/health`: every dependency works.
 * Pages work without the queue, the replica or the sealed databases, so these don't affect readiness.
 */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly visitors: PublicReads,
    private readonly sealed: SealedHealth,
    private readonly files: FileStore,
    private readonly draining: Draining,
    private readonly release: ReleaseWatch,
  ) {}

  @Get('livez')
  @Header(instanceHeader, instance)
  @Allow('anyone')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** Older name of `/livez`. */
  @Get('healthz')
  @Allow('anyone')
  aliveToo(): { status: string } {
    return this.alive();
  }

  /** Returns 503 during a shutdown, and until the database answers and matches this release or a later one. */
  @Get('readyz')
  @Header(instanceHeader, instance)
  @Allow('anyone')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, string>> {
    const checks = await this.database();
    const status = this.draining.isEnding ? 'ending' : isFine(checks) ? 'ready' : 'not ready';
    reply.status(status === 'ready' ? 200 : 503);
    return { status, ...checks };
  }

  @Get('health')
  @Allow('anyone')
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, string>> {
    const [database, queue, sealed, files] = await Promise.all([
      this.database(),
      this.queue.isReady(),
      this.sealed.checkState(),
      this.files.state(),
    ]);
    const checks = { ...database, replica: this.visitors.replicaState, queue: queue ? 'ok' : 'away', sealed, files };
    reply.status(isFine(checks) ? 200 : 503);
    return { status: isFine(checks) ? 'ok' : 'not ok', version: releaseFacts.version, ...checks };
  }

  private async database() {
    const answers = await this.db.answers();
    const fit = answers ? await this.release.findReleaseFit() : null;
    return {
      database: answers ? 'ok' : 'away',
      migrations: !fit ? 'unknown' : fit.changed.length > 0 ? 'changed' : fit.pending.length > 0 ? 'outstanding' : 'ok',
      functions: fit ? fit.functions : 'unknown',
    };
  }
}

const isFine = (checks: Readonly<Record<string, string>>) =>
  Object.values(checks).every((state) => state === 'ok' || state === 'none');
