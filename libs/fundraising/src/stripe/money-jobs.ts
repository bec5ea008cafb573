import type { JobName, JobQueue } from '@upstander/platform';

/** Jobs that follow a payment: fees are listed, receipts issued, gifts matched and fundraisers notified. */
const moneyJobs: readonly JobName[] = [
  'book-balance-transactions',
  'issue-receipts',
  'match-gifts',
  'notify-gift-owners',
];

/** To be called after a commit that paid a gift, gave back or lost a part of it; a job does not ring for itself. */
export function enqueueAfterMoney(queue: JobQueue, except?: JobName): void {
  for (const job of moneyJobs) if (job !== except) queue.enqueue(job);
}
