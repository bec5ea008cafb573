import type { JobName, JobQueue } from '@upstander/platform';

/** Jobs that follow a payment: fees are listed, receipts issued, gifts matched and fundraisers notified. */
const moneyJobs: readonly JobName[] = [
  'book-balance-transactions',
  'issue-receipts',
  'match-gifts',
  'notify-gift-owners',
];

/** Enqueues the jobs that follow a payment, refund or loss. Call it after the commit. `except` is the calling job. */
export function enqueueAfterMoney(queue: JobQueue, except?: JobName): void {
  for (const job of moneyJobs) if (job !== except) queue.enqueue(job);
}
