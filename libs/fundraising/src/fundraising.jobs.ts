import { jobs, type Defined } from '@upstander/platform';

export const fundraisingJobs = jobs.define({
  'book-balance-transactions': { every: 60_000 },
  'send-refunds': { every: 60_000 },
  'expire-gifts': { every: 600_000 },
  'match-gifts': { every: 60_000 },
  'check-gift-imports': { every: 60_000 },
  'import-gifts': { every: 60_000 },
  'stop-recurring-gifts': { every: 60_000 },
  'forget-challenges': { every: 86_400_000 },
  'issue-receipts': { every: 30_000, urgent: true },
  'notify-honourees': { every: 600_000 },
  'notify-gift-owners': { every: 600_000 },
  'make-yearly-statements': { every: 3_600_000 },
  'check-ledger': { every: 3_600_000 },
  'end-campaigns': { every: 300_000 },
  'keep-general-funds': { every: 600_000 },
  'mail-campaign-updates': { every: 60_000 },
  'watch-beneficiaries': { every: 3_600_000 },
  'watch-disbursements': { every: 3_600_000 },
});

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof fundraisingJobs> {}
}
