import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  enterRedis,
  JobRunner,
  jobs,
  Logger,
  Metrics,
  NestLog,
  type Config,
  type InternalRoutes,
  type Program,
} from '@upstander/platform';
import { WorkerHealth } from './worker-health.js';
import { WorkerModule } from './worker.module.js';

export interface WorkerProgram extends Program {
  readonly metrics: Metrics;
  /** Responses on WORKER_PORT. */
  readonly internalRoutes: InternalRoutes;
}

export async function createWorkerProgram(config: Config): Promise<WorkerProgram> {
  const logger = new Logger(config);
  await enterRedis(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.register(config), {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  return {
    metrics: app.get(Metrics),
    internalRoutes: app.get(WorkerHealth).answers,
    async start() {
      await app.get(JobRunner).start();
      logger.info({ pid: process.pid, jobs: jobs.names().length }, 'the worker is ready');
    },
    end: () => app.close(),
  };
}
