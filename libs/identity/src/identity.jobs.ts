import { jobs, type Defined } from '@upstander/platform';

/** The three `make-…` jobs are handled by libs/notifications, which reads rows written here. */
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
