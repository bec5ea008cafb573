import { jobs, type Defined } from '@upstander/platform';

/** Three of them have no handler here: the library that writes mail answers them, and looks for the rows of this one. */
export const identityJobs = jobs.define({
  'make-sign-in-mails': { every: 10_000, urgent: true },
  'make-account-notices': { every: 30_000, urgent: true },
  'begin-roles': { every: 60_000 },
  'make-data-mails': { every: 30_000, urgent: true },
  'carry-out-erasures': { every: 60_000 },
  'keep-retention': { every: 86_400_000 },
  'forget-sign-ins': { every: 86_400_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof identityJobs> {}
}
