import type { JobName, JobQueue } from '@upstander/platform';

/** Whoever looks at gifts once money moved: their fees are listed, receipts written, matches made. */
const bells: readonly JobName[] = ['book-balance-transactions', 'issue-receipts', 'match-gifts'];

/** To be called after a commit that paid a gift, gave back or lost a part of it; a job does not ring for itself. */
export function ringAfterMoney(queue: JobQueue, except?: JobName): void {
  for (const bell of bells) if (bell !== except) queue.enqueue(bell);
}
