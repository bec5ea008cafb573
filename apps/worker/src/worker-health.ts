import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SealedHealth } from '@upstander/advocacy';
import { releaseFacts, releaseFit } from '@upstander/db';
import { FileStore } from '@upstander/files';
import {
  Config,
  Database,
  JobQueue,
  JobRunner,
  listening,
  Logger,
  Metrics,
  openInternalServer,
  refusePlaintextPort,
  type InternalRoutes,
} from '@upstander/platform';
import type { Server } from 'node:http';

type Checks = Readonly<Record<string, string>>;

@Injectable()
export class WorkerHealth implements OnModuleInit, OnApplicationShutdown {
  private server?: Server;

  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly runner: JobRunner,
    private readonly sealed: SealedHealth,
    private readonly files: FileStore,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  readonly answers: InternalRoutes = {
    '/livez': async () => answer('ok', {}),
    '/readyz': async () => this.checkReady(),
    '/health': async () => this.health(),
    '/metrics': () => this.metrics.render(),
  };

  /** Also listens while the worker waits for migrations: it is alive but not ready. */
  async onModuleInit(): Promise<void> {
    const { WORKER_PORT: port, METRICS_HOST: host } = this.config;
    if (port === undefined) return;
    refusePlaintextPort(this.config, 'METRICS_HOST', host);
    this.server = await listening(['WORKER_PORT', port], ['METRICS_HOST', host], () =>
      openInternalServer(port, host, this.answers, { config: this.config, logger: this.logger }),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.server?.close();
  }

  private async checkReady() {
    const checks = await this.collectChecks();
    return answer(isFine(checks) ? 'ready' : 'not ready', checks);
  }

  private async health() {
    const [needed, queue, sealed, files] = await Promise.all([
      this.collectChecks(),
      this.queue.isReady(),
      this.sealed.checkState(),
      this.files.state(),
    ]);
    const checks = { ...needed, queue: queue ? 'ok' : 'away', sealed, files };
    return answer(isFine(checks) ? 'ok' : 'not ok', checks);
  }

  private async collectChecks(): Promise<Checks> {
    const fit = await releaseFit(this.db, this.sealed.keys).catch(() => null);
    return {
      database: fit ? 'ok' : 'away',
      migrations: !fit ? 'unknown' : fit.changed.length > 0 ? 'changed' : fit.pending.length > 0 ? 'outstanding' : 'ok',
      functions: fit ? fit.functions : 'unknown',
      jobs: this.runner.isRunning ? 'ok' : 'not running',
    };
  }
}

function answer(status: 'ok' | 'not ok' | 'ready' | 'not ready', checks: Checks) {
  const text = `${JSON.stringify({ status, version: releaseFacts.version, ...checks })}\n`;
  return { status: status.startsWith('not') ? 503 : 200, type: 'application/json; charset=utf-8', text };
}

const isFine = (checks: Checks) => Object.values(checks).every((state) => state === 'ok' || state === 'none');
