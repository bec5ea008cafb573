import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { releaseFacts } from '@upstander/db';
import {
  ConfigError,
  guardProcess,
  JobRunner,
  jobs,
  loadConfig,
  Logger,
  NestLog,
  startTelemetry,
} from '@upstander/platform';
import { WorkerModule } from './worker.module.js';

try {
  const config = loadConfig();
  await startTelemetry(config.forJobs(), releaseFacts.version);
  const logger = new Logger(config.forJobs());
  const app = await NestFactory.createApplicationContext(WorkerModule.register(config), {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  // What is under way is finished first; then the process ends by itself and not by the signal.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  guardProcess(logger, () => app.close());
  await app.get(JobRunner).start();
  logger.info({ pid: process.pid, jobs: jobs.names().length }, 'the worker is ready');
} catch (error) {
  // What an operator can mend is said plainly; everything else keeps its stack.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
