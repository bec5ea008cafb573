import { jobs, type Defined } from '@upstander/platform';

export const opportunityJobs = jobs.define({
  'end-due-terms': { every: 60_000 },
  'watch-businesses': { every: 3_600_000 },
  'watch-opportunities': { every: 3_600_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof opportunityJobs> {}
}
