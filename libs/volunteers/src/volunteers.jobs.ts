import { jobs, type Defined } from '@upstander/platform';

export const volunteerJobs = jobs.define({
  'warn-of-expiry': { every: 3_600_000 },
  'mail-yearly-hours': { every: 3_600_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof volunteerJobs> {}
}
