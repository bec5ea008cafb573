import { jobs, type Defined } from '@upstander/platform';

export const accountingJobs = jobs.define({
  'issue-receipts': { every: 30_000, urgent: true },
  'check-ledger': { every: 3_600_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof accountingJobs> {}
}
