import type { JobName, JobQueue } from '@upstander/platform';

/** Jobs that follow a payment, refund or loss. Libraries above this one register theirs beside their jobs. */
const moneyJobs: JobName[] = ['book-balance-transactions', 'issue-receipts'];

export function registerMoneyJob(job: JobName): void {
  moneyJobs.push(job);
}

/** Enqueues the jobs that follow a payment, refund or loss. Call it after the commit. `except` is the calling job. */
export function enqueuePaymentJobs(queue: JobQueue, except?: JobName): void {
  for (const job of moneyJobs) if (job !== except) queue.enqueue(job);
}
