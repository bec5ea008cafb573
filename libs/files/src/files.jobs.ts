import { jobs, type Defined } from '@upstander/platform';

export const filesJobs = jobs.define({ 'sweep-files': { every: 3_600_000 } });

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof filesJobs> {}
}
