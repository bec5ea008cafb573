import { jobs, type Defined } from '@upstander/platform';

export const advocacyJobs = jobs.define({
  'make-action-items': { every: 60_000, urgent: true },
  'make-message-notices': { every: 60_000, urgent: true },
  'send-discreet-notices': { every: 60_000, urgent: true },
  'keep-advocates': { every: 3_600_000 },
  'purge-sealed': { every: 3_600_000 },
  'rotate-sealed-keys': { every: 600_000 },
  'check-audit-chain': { every: 86_400_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof advocacyJobs> {}
}
