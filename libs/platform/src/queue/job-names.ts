/**
 * Every job there is, and how often it runs even when nobody rings (milliseconds): the sweep that makes the queue a
 * mere doorbell. Each name has exactly one handler, or the worker does not start.
 */
export const jobs = {
  'deliver-due-mail': { every: 10_000 },
  'make-due-reminders': { every: 30_000 },
  'expire-signups': { every: 60_000 },
  'nudge-unconfirmed': { every: 300_000 },
  'expire-offers': { every: 60_000 },
  'complete-events': { every: 300_000 },
  'make-sign-in-mails': { every: 10_000 },
  'make-account-notices': { every: 30_000 },
  'begin-roles': { every: 60_000 },
  'forget-sign-ins': { every: 86_400_000 },
  'forget-answers': { every: 86_400_000 },
  'book-balance-transactions': { every: 60_000 },
  'send-refunds': { every: 60_000 },
  'expire-gifts': { every: 600_000 },
  'match-gifts': { every: 60_000 },
  'check-gift-imports': { every: 60_000 },
  'import-gifts': { every: 60_000 },
  'stop-plans': { every: 60_000 },
  'forget-donation-links': { every: 86_400_000 },
  'issue-receipts': { every: 30_000 },
  'tell-honourees': { every: 600_000 },
  'notify-gift-owners': { every: 600_000 },
  'make-yearly-statements': { every: 3_600_000 },
  'check-ledger': { every: 3_600_000 },
  'end-campaigns': { every: 300_000 },
  'mail-campaign-updates': { every: 60_000 },
  'watch-beneficiaries': { every: 3_600_000 },
  'watch-disbursements': { every: 3_600_000 },
  'forget-fundraisers': { every: 86_400_000 },
  'make-message-notices': { every: 60_000 },
  'purge-sealed': { every: 3_600_000 },
  'rotate-sealed-keys': { every: 600_000 },
  'check-audit-chain': { every: 86_400_000 },
  'watch-businesses': { every: 3_600_000 },
  'watch-listings': { every: 3_600_000 },
} as const satisfies Record<string, { every: number }>;

export type JobName = keyof typeof jobs;
