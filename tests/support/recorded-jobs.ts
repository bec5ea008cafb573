import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { dataSourceOptions } from '@upstander/db';
import { JobHandler, JobRunner, jobs, PlatformModule, type Config, type Job, type JobName } from '@upstander/platform';
import type { Queue } from 'bullmq';
import { eventually } from './eventually.js';

export const names = jobs.names() as JobName[];

/** Returns handlers for all jobs that only record their runs. */
export function handlers(startedJobs: JobName[], handledNames = names) {
  return handledNames.map((name) => {
    @JobHandler(name)
    @Injectable()
    class RecordedJob implements Job {
      async run(): Promise<void> {
        startedJobs.push(name);
      }
    }
    return RecordedJob;
  });
}

export async function startRunner(config: Config, providers: ReturnType<typeof handlers>) {
  @Module({
    imports: [PlatformModule.forRoot(config, dataSourceOptions(config))],
    providers: [...providers, JobRunner],
  })
  class Jobs {}
  const app = await NestFactory.createApplicationContext(Jobs, { logger: false, abortOnError: false });
  await app
    .get(JobRunner)
    .start()
    .catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
  return app;
}

export async function schedules(runner: JobRunner): Promise<string[]> {
  const { queues } = runner as unknown as { queues: Record<string, Queue> };
  const schedulers = await Promise.all(Object.values(queues).map((queue) => queue.getJobSchedulers(0, -1)));
  return schedulers.flatMap((list) => list.map(({ key }) => key)).sort();
}

/** Removes all schedules and waits until the queues are empty, so that only explicitly enqueued jobs run. */
export async function waitUntilIdle(runner: JobRunner): Promise<void> {
  const { queues, schedules: keptSchedules } = runner as unknown as {
    queues: Record<string, Queue>;
    schedules: NodeJS.Timeout;
  };
  clearInterval(keptSchedules);
  await eventually(async () => {
    for (const queue of Object.values(queues)) {
      for (const { key } of await queue.getJobSchedulers(0, -1)) await queue.removeJobScheduler(key);
    }
    const counts = Object.values(queues).map((queue) => queue.getJobCountByTypes('waiting', 'active', 'delayed'));
    return (await Promise.all(counts)).every((count) => count === 0);
  });
}
