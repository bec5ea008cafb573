const ledger = 'libs/ledger/src';
const accounting = 'libs/accounting/src';
const payments = 'libs/payments/src';
const donations = 'libs/donations/src';

/**
 * Money-handling code and its tests.
 * All specs of a group are loaded for each mutation, so a group needs few. PostgreSQL functions (db/functions) aren't
 * covered.
 * `story`: the tests of a file depend on each other, so all run for each mutation.
 * @type {Array<{ name: string, mutate: string[], specs: string[], story?: boolean }>}
 */
export const groups = [
  {
    name: 'money',
    mutate: ['libs/money/src/{currencies,decimal,fee-cover}.ts'],
    specs: ['libs/money/src/*.spec.ts'],
  },
  {
    name: 'amounts',
    mutate: [`${ledger}/money/{minor-units.scalar,money,refund-split}.ts`],
    specs: [`${ledger}/money/*.spec.ts`],
  },
  {
    name: 'ledger',
    mutate: [`${ledger}/transactions/{ledger,transaction-draft}.ts`, `${ledger}/accounts/account-kind.ts`],
    specs: ['libs/ledger/test/ledger-posting.spec.ts'],
  },
  {
    name: 'disputes',
    mutate: [`${payments}/disputes/dispute-postings.ts`],
    specs: [`${payments}/disputes/*.spec.ts`],
  },
  {
    name: 'refunds',
    mutate: [`${payments}/refunds/refund-{postings,shares}.ts`],
    specs: [`${payments}/refunds/*.spec.ts`],
  },
  {
    name: 'receipts',
    mutate: [`${accounting}/receipts/receipt-{rules,content}.ts`, `${donations}/gifts/gift-rest.ts`],
    specs: [`${accounting}/receipts/*.spec.ts`, `${donations}/gifts/*.spec.ts`],
  },
  {
    name: 'matching',
    mutate: [`${donations}/matching/pool-rules.ts`],
    specs: [`${donations}/matching/*.spec.ts`],
  },
  {
    name: 'recurring gifts',
    mutate: [`${donations}/recurring-gifts/subscription-facts.ts`],
    specs: [`${donations}/recurring-gifts/*.spec.ts`],
  },
  {
    name: 'lines',
    mutate: [`${payments}/reconcile/line-kinds.ts`],
    specs: [`${payments}/reconcile/*.spec.ts`],
  },
  {
    name: 'reconcile',
    mutate: [`${payments}/reconcile/balance-lines.ts`, `${payments}/booking/gift-booking.ts`],
    specs: ['libs/payments/test/reconcile.spec.ts'],
    story: true,
  },
  {
    name: 'payouts',
    mutate: [`${payments}/payouts/payout-sync.ts`],
    specs: ['libs/payments/test/payouts.spec.ts'],
    story: true,
  },
  {
    name: 'offline',
    mutate: [`${donations}/offline/offline-booking.ts`],
    specs: ['libs/donations/test/offline.spec.ts'],
    story: true,
  },
];
