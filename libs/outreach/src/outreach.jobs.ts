import { jobs, type Defined } from '@upstander/platform';

export const outreachJobs = jobs.define({
  'forget-school-asks': { every: 86_400_000 },
  'forget-site-messages': { every: 86_400_000 },
  'look-after-photos': { every: 3_600_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof outreachJobs> {}
}
