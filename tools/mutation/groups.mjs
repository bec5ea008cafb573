const ledger = 'libs/ledger/src';
const fundraising = 'libs/fundraising/src';

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
    mutate: [`${fundraising}/disputes/dispute-postings.ts`],
    specs: [`${fundraising}/disputes/*.spec.ts`],
  },
  {
    name: 'refunds',
    mutate: [`${fundraising}/refunds/refund-{postings,shares}.ts`],
    specs: [`${fundraising}/refunds/*.spec.ts`],
  },
  {
    name: 'receipts',
    mutate: [`${fundraising}/receipts/receipt-{rules,content}.ts`, `${fundraising}/gifts/gift-rest.ts`],
    specs: [`${fundraising}/receipts/*.spec.ts`, `${fundraising}/gifts/*.spec.ts`],
  },
  {
    name: 'matching',
    mutate: [`${fundraising}/matching/pool-rules.ts`],
    specs: [`${fundraising}/matching/*.spec.ts`],
  },
  {
    name: 'recurring gifts',
    mutate: [`${fundraising}/recurring-gifts/subscription-facts.ts`],
    specs: [`${fundraising}/recurring-gifts/*.spec.ts`],
  },
  {
    name: 'lines',
    mutate: [`${fundraising}/reconcile/line-kinds.ts`],
    specs: [`${fundraising}/reconcile/*.spec.ts`],
  },
  {
    name: 'reconcile',
    mutate: [`${fundraising}/reconcile/balance-lines.ts`, `${fundraising}/gifts/gift-booking.ts`],
    specs: ['libs/fundraising/test/reconcile.spec.ts'],
    story: true,
  },
  {
    name: 'payouts',
    mutate: [`${fundraising}/payouts/payout-sync.ts`],
    specs: ['libs/fundraising/test/payouts.spec.ts'],
    story: true,
  },
  {
    name: 'offline',
    mutate: [`${fundraising}/offline/offline-booking.ts`],
    specs: ['libs/fundraising/test/offline.spec.ts'],
    story: true,
  },
];
