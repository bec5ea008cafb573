import type { JobName, JobQueue } from '@upstander/platform';

/** Whoever looks at gifts once money moved: their fees are listed, receipts written, matches made. */
const moneyJobs: readonly JobName[] = ['book-balance-transactions', 'issue-receipts', 'match-gifts'];

/** To be called after a commit that paid a gift, gave back or lost a part of it; a job does not ring for itself. */
export function enqueueAfterMoney(queue: JobQueue, except?: JobName): void {
  for (const job of moneyJobs) if (job !== except) queue.ring(job);
}
