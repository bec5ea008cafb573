import type { RouteObject } from 'react-router';
import { OnlyFor } from './only-for';

/** What organizers, reviewers and finance share. */
const fundraisers: RouteObject[] = [];

/** What only those who look after the money open. */
const finance: RouteObject[] = [
  { path: 'plans', lazy: () => import('../plans/plans').then(({ Plans }) => ({ Component: Plans })) },
  { path: 'plans/:id', lazy: () => import('../plans/plan-show').then(({ PlanShow }) => ({ Component: PlanShow })) },
  {
    path: 'disputes',
    lazy: () => import('../disputes/disputes').then(({ Disputes }) => ({ Component: Disputes })),
  },
  {
    path: 'receipts',
    lazy: () => import('../receipts/receipts').then(({ Receipts }) => ({ Component: Receipts })),
  },
  {
    path: 'ledger',
    lazy: () => import('../ledger/ledger').then(({ Ledger }) => ({ Component: Ledger })),
    children: [
      { index: true, lazy: () => import('../ledger/accounts').then(({ Accounts }) => ({ Component: Accounts })) },
      {
        path: 'transactions',
        lazy: () => import('../ledger/transactions').then(({ Transactions }) => ({ Component: Transactions })),
      },
      {
        path: 'over-time',
        lazy: () => import('../ledger/over-time').then(({ OverTime }) => ({ Component: OverTime })),
      },
      { path: 'check', lazy: () => import('../ledger/check').then(({ Check }) => ({ Component: Check })) },
    ],
  },
  {
    path: 'reconciliation',
    lazy: () =>
      import('../reconciliation/reconciliation').then(({ Reconciliation }) => ({ Component: Reconciliation })),
    children: [
      {
        index: true,
        lazy: () => import('../reconciliation/payouts').then(({ Payouts }) => ({ Component: Payouts })),
      },
      {
        path: 'differences',
        lazy: () => import('../reconciliation/differences').then(({ Differences }) => ({ Component: Differences })),
      },
      {
        path: 'cards',
        lazy: () => import('../reconciliation/card-testing').then(({ CardTesting }) => ({ Component: CardTesting })),
      },
    ],
  },
  {
    path: 'reconciliation/payouts/:id',
    lazy: () => import('../reconciliation/payout-show').then(({ PayoutShow }) => ({ Component: PayoutShow })),
  },
];

export const fundraisingRoutes: RouteObject[] = [
  { element: <OnlyFor role="fundraising" />, children: fundraisers },
  { element: <OnlyFor role="finance" />, children: finance },
];
