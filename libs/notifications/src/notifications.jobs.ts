import { jobs, type Defined } from '@upstander/platform';

export const notificationJobs = jobs.define({
  'deliver-due-mail': { every: 10_000, urgent: true },
  'deliver-due-sms': { every: 10_000, urgent: true },
  'make-staff-notices': { every: 60_000, urgent: true },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof notificationJobs> {}
}
