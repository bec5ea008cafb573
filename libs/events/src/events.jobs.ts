import { jobs, type Defined } from '@upstander/platform';

export const eventJobs = jobs.define({
  'make-due-reminders': { every: 30_000, urgent: true },
  'send-event-messages': { every: 10_000, urgent: true },
  'expire-signups': { every: 60_000, urgent: true },
  'nudge-unconfirmed': { every: 300_000 },
  'expire-offers': { every: 60_000, urgent: true },
  'fill-standing-signups': { every: 60_000 },
  'expire-registrations': { every: 60_000, urgent: true },
  'remind-participants': { every: 60_000 },
  'keep-requirements': { every: 300_000 },
  'complete-attendance': { every: 300_000 },
  'complete-events': { every: 300_000 },
  'extend-series': { every: 86_400_000 },
  'end-co-organizers': { every: 86_400_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof eventJobs> {}
}
