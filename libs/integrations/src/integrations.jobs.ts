import { jobs, type Defined } from '@upstander/platform';

export const integrationJobs = jobs.define({
  'deliver-webhooks': { every: 5_000 },
  'delete-old-webhooks': { every: 3_600_000 },
  'remind-of-expiring-tokens': { every: 3_600_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof integrationJobs> {}
}
