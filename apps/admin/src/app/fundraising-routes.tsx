import type { RouteObject } from 'react-router';
import { OnlyFor } from './only-for';

/** What organizers, reviewers and finance share. */
const fundraisers: RouteObject[] = [
  {
    path: 'fundraisers',
    lazy: () => import('../fundraisers/fundraiser-list').then(({ FundraiserList }) => ({ Component: FundraiserList })),
  },
  {
    path: 'fundraisers/new',
    lazy: () =>
      import('../fundraisers/fundraiser-create').then(({ FundraiserCreate }) => ({ Component: FundraiserCreate })),
  },
  {
    path: 'fundraisers/:id/edit',
    lazy: () => import('../fundraisers/fundraiser-edit').then(({ FundraiserEdit }) => ({ Component: FundraiserEdit })),
  },
  {
    path: 'fundraisers/:id',
    lazy: () => import('../fundraisers/fundraiser-show').then(({ FundraiserShow }) => ({ Component: FundraiserShow })),
    children: [
      { index: true, lazy: () => import('../fundraisers/overview').then(({ Overview }) => ({ Component: Overview })) },
      { path: 'gifts', lazy: () => import('../fundraisers/gifts').then(({ Gifts }) => ({ Component: Gifts })) },
      { path: 'pages', lazy: () => import('../fundraisers/pages').then(({ Pages }) => ({ Component: Pages })) },
      { path: 'updates', lazy: () => import('../fundraisers/updates').then(({ Updates }) => ({ Component: Updates })) },
      { path: 'share', lazy: () => import('../fundraisers/share').then(({ Share }) => ({ Component: Share })) },
    ],
  },
];

/** What only those who look after the money open. */
const finance: RouteObject[] = [
  {
    path: 'beneficiaries',
    lazy: () =>
      import('../beneficiaries/beneficiary-list').then(({ BeneficiaryList }) => ({ Component: BeneficiaryList })),
  },
  {
    path: 'beneficiaries/:id',
    lazy: () =>
      import('../beneficiaries/beneficiary-show').then(({ BeneficiaryShow }) => ({ Component: BeneficiaryShow })),
  },
  {
    path: 'disbursements',
    lazy: () => import('../disbursements/disbursements').then(({ Disbursements }) => ({ Component: Disbursements })),
  },
  { path: 'matching', lazy: () => import('../matching/matching').then(({ Matching }) => ({ Component: Matching })) },
  {
    path: 'donations',
    lazy: () => import('../donations/donations').then(({ Donations }) => ({ Component: Donations })),
  },
  {
    path: 'donations/refunds',
    lazy: () => import('../donations/refund-requests').then(({ RefundRequests }) => ({ Component: RefundRequests })),
  },
  {
    path: 'donations/new',
    lazy: () =>
      import('../offline-gifts/offline-gift-new').then(({ OfflineGiftNew }) => ({ Component: OfflineGiftNew })),
  },
  {
    path: 'donations/pledges',
    lazy: () => import('../offline-gifts/pledges').then(({ Pledges }) => ({ Component: Pledges })),
  },
  {
    path: 'donations/cash',
    lazy: () => import('../offline-gifts/cash').then(({ Cash }) => ({ Component: Cash })),
  },
  {
    path: 'donations/imports',
    lazy: () => import('../offline-gifts/imports').then(({ Imports }) => ({ Component: Imports })),
  },
  {
    path: 'donations/imports/:id',
    lazy: () => import('../offline-gifts/import-show').then(({ ImportShow }) => ({ Component: ImportShow })),
  },
  {
    path: 'donations/:id',
    lazy: () => import('../donations/gift-show').then(({ GiftShow }) => ({ Component: GiftShow })),
  },
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
