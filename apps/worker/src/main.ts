import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { releaseFacts } from '@upstander/db';
import {
  enterRedis,
  guardProcess,
  JobRunner,
  jobs,
  loadConfig,
  Logger,
  NestLog,
  startFault,
  startTelemetry,
  warnAboutUnknownSettings,
  type Config,
} from '@upstander/platform';
import { WorkerModule } from './worker.module.js';

let config: Config | undefined;
try {
  config = loadConfig();
  await startTelemetry(config.withJobTimeout(), releaseFacts.version);
  const logger = new Logger(config.withJobTimeout());
  warnAboutUnknownSettings(logger);
  await enterRedis(config);
  const app = await NestFactory.createApplicationContext(WorkerModule.register(config), {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  // Finishes running jobs and then exits normally instead of by the signal.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT', 'SIGHUP'], { useProcessExit: true });
  guardProcess(logger, () => app.close());
  await app.get(JobRunner).start();
  logger.info({ pid: process.pid, jobs: jobs.names().length }, 'the worker is ready');
} catch (error) {
  // Problems an operator can fix are explained in a sentence; other errors keep their stack.
  console.error(await startFault(error, config));
  process.exit(1);
}
