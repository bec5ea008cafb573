import { jobs, type Defined } from '@upstander/platform';

export const outreachJobs = jobs.define({
  'look-after-photos': { every: 3_600_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof outreachJobs> {}
}
