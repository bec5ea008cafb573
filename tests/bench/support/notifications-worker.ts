import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Database, type JobName, JobQueue, JobRunner, jobs, loadConfig } from '@upstander/platform';
import { WorkerModule } from '@upstander/worker';

/**
 * The worker of the bench in a child process: the real one, or (`ONE_QUEUE`) one without urgent jobs. Incoming
 * messages: `{ enqueue: name }` and `{ long: true | false }`. While `long` is true, jobs of LONG_SECONDS occupy every
 * slot for non-urgent work and restart as they end.
 */
const longJobs: readonly JobName[] = ['check-ledger', 'check-audit-chain', 'import-gifts', 'import-services'];
const seconds = Number(process.env['LONG_SECONDS']);
let isLong = false;

if (process.env['ONE_QUEUE']) for (const [, job] of jobs.all()) Object.assign(job, { urgent: false });
const app = await NestFactory.createApplicationContext(WorkerModule.register(loadConfig()), { logger: false });
const [db, queue, runner] = [app.get(Database), app.get(JobQueue), app.get(JobRunner)];
const handlers = runner.handlers();
// The bench's gifts are plain rows. Their thank-you emails would be sent first.
handlers.get('issue-receipts')!.run = async () => undefined;
for (const name of longJobs) {
  const handler = handlers.get(name)!;
  const runPlain = handler.run.bind(handler);
  handler.run = async (signal) => {
    if (!isLong) return runPlain(signal);
    process.send?.({ begun: name });
    await db.query('SELECT pg_sleep($1)', [seconds]);
    if (isLong) queue.enqueue(name);
  };
}
await runner.start();
process.on('message', ({ enqueue, long: isLongWanted }: { enqueue?: JobName; long?: boolean }) => {
  if (enqueue !== undefined) queue.enqueue(enqueue);
  if (isLongWanted === undefined) return;
  isLong = isLongWanted;
  if (isLong) for (const name of longJobs) queue.enqueue(name);
});
process.on('disconnect', () => void app.close().then(() => process.exit(0)));
process.send?.({ ready: true });
