import { jobs, type Defined } from '@upstander/platform';

export const paymentsJobs = jobs.define({
  'book-balance-transactions': { every: 60_000 },
  'send-refunds': { every: 60_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof paymentsJobs> {}
}
