import { jobs, type Defined } from '@upstander/platform';

export const outreachJobs = jobs.define({
  'forget-school-asks': { every: 86_400_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof outreachJobs> {}
}
