import { jobs, type Defined } from '@upstander/platform';

export const learningJobs = jobs.define({
  'publish-due-articles': { every: 60_000 },
  'tell-of-stale-help': { every: 3_600_000 },
  'check-service-imports': { every: 60_000 },
  'import-services': { every: 60_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof learningJobs> {}
}
