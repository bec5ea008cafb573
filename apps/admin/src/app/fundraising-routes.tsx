import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { screen } from './screen';

const fundraisers: RouteObject[] = [
  {
    path: 'fundraisers',
    lazy: screen(
      () => import('../fundraisers/fundraiser-list').then(({ FundraiserList }) => FundraiserList),
      'fundraisers',
      'money',
      'views',
    ),
  },
  {
    path: 'fundraisers/new',
    lazy: screen(
      () => import('../fundraisers/fundraiser-create').then(({ FundraiserCreate }) => FundraiserCreate),
      'fundraiserForm',
      'fundraisers',
      'money',
    ),
  },
  {
    path: 'fundraisers/:id/edit',
    lazy: screen(
      () => import('../fundraisers/fundraiser-edit').then(({ FundraiserEdit }) => FundraiserEdit),
      'fundraiserForm',
      'fundraisers',
      'money',
    ),
  },
  {
    path: 'fundraisers/:id',
    lazy: screen(
      () => import('../fundraisers/fundraiser-show').then(({ FundraiserShow }) => FundraiserShow),
      'fundraisers',
    ),
    children: [
      {
        index: true,
        lazy: screen(
          () => import('../fundraisers/overview').then(({ Overview }) => Overview),
          'fundraisers',
          'money',
          'pagePhoto',
        ),
      },
      {
        path: 'gifts',
        lazy: screen(
          () => import('../fundraisers/gifts').then(({ Gifts }) => Gifts),
          'fundraisers',
          'gifts',
          'money',
          'views',
        ),
      },
      {
        path: 'pages',
        lazy: screen(
          () => import('../fundraisers/pages').then(({ Pages }) => Pages),
          'fundraisers',
          'money',
          'pagePhoto',
          'views',
        ),
      },
      {
        path: 'updates',
        lazy: screen(() => import('../fundraisers/updates').then(({ Updates }) => Updates), 'fundraisers', 'pagePhoto'),
      },
      { path: 'share', lazy: screen(() => import('../fundraisers/share').then(({ Share }) => Share), 'fundraisers') },
    ],
  },
];

const finance: RouteObject[] = [
  {
    path: 'beneficiaries',
    lazy: screen(
      () => import('../beneficiaries/beneficiary-list').then(({ BeneficiaryList }) => BeneficiaryList),
      'beneficiaries',
      'money',
      'views',
    ),
  },
  {
    path: 'beneficiaries/:id',
    lazy: screen(
      () => import('../beneficiaries/beneficiary-show').then(({ BeneficiaryShow }) => BeneficiaryShow),
      'beneficiaries',
      'money',
    ),
  },
  {
    path: 'disbursements',
    lazy: screen(
      () => import('../disbursements/disbursements').then(({ Disbursements }) => Disbursements),
      'disbursements',
      'money',
      'views',
    ),
  },
  {
    path: 'matching',
    lazy: screen(() => import('../matching/matching').then(({ Matching }) => Matching), 'matching', 'money'),
  },
  {
    path: 'gifts',
    lazy: screen(() => import('../gifts/gifts').then(({ Gifts }) => Gifts), 'gifts', 'money', 'offlineGifts', 'views'),
  },
  {
    path: 'gifts/refunds',
    lazy: screen(
      () => import('../gifts/refund-requests').then(({ RefundRequests }) => RefundRequests),
      'gifts',
      'money',
      'offlineGifts',
      'views',
    ),
  },
  {
    path: 'gifts/new',
    lazy: screen(
      () => import('../offline-gifts/offline-gift-new').then(({ OfflineGiftNew }) => OfflineGiftNew),
      'money',
      'offlineGifts',
    ),
  },
  {
    path: 'gifts/pledges',
    lazy: screen(
      () => import('../offline-gifts/pledges').then(({ Pledges }) => Pledges),
      'gifts',
      'money',
      'offlineGifts',
      'views',
    ),
  },
  {
    path: 'gifts/cash',
    lazy: screen(
      () => import('../offline-gifts/cash').then(({ Cash }) => Cash),
      'gifts',
      'money',
      'offlineGifts',
      'views',
    ),
  },
  {
    path: 'gifts/imports',
    lazy: screen(
      () => import('../offline-gifts/imports').then(({ Imports }) => Imports),
      'gifts',
      'money',
      'offlineGifts',
      'views',
    ),
  },
  {
    path: 'gifts/imports/:id',
    lazy: screen(
      () => import('../offline-gifts/import-show').then(({ ImportShow }) => ImportShow),
      'money',
      'offlineGifts',
    ),
  },
  {
    path: 'gifts/:id',
    lazy: screen(
      () => import('../gifts/gift-show').then(({ GiftShow }) => GiftShow),
      'disputes',
      'gifts',
      'ledger',
      'money',
      'receipts',
    ),
  },
  {
    path: 'recurring-gifts',
    lazy: screen(
      () => import('../recurring-gifts/recurring-gifts').then(({ RecurringGifts }) => RecurringGifts),
      'money',
      'recurringGifts',
      'views',
    ),
  },
  {
    path: 'recurring-gifts/:id',
    lazy: screen(
      () => import('../recurring-gifts/recurring-gift-show').then(({ RecurringGiftShow }) => RecurringGiftShow),
      'money',
      'recurringGifts',
    ),
  },
  {
    path: 'disputes',
    lazy: screen(() => import('../disputes/disputes').then(({ Disputes }) => Disputes), 'disputes', 'money', 'views'),
  },
  {
    path: 'receipts',
    lazy: screen(() => import('../receipts/receipts').then(({ Receipts }) => Receipts), 'money', 'receipts', 'views'),
  },
  {
    path: 'ledger',
    lazy: screen(() => import('../ledger/ledger').then(({ Ledger }) => Ledger), 'ledger'),
    children: [
      {
        index: true,
        lazy: screen(() => import('../ledger/accounts').then(({ Accounts }) => Accounts), 'ledger', 'money', 'views'),
      },
      {
        path: 'transactions',
        lazy: screen(
          () => import('../ledger/transactions').then(({ Transactions }) => Transactions),
          'ledger',
          'money',
          'views',
        ),
      },
      {
        path: 'over-time',
        lazy: screen(() => import('../ledger/over-time').then(({ OverTime }) => OverTime), 'ledger', 'money'),
      },
      {
        path: 'check',
        lazy: screen(() => import('../ledger/check').then(({ Check }) => Check), 'ledger', 'reconciliation'),
      },
    ],
  },
  {
    path: 'reconciliation',
    lazy: screen(
      () => import('../reconciliation/reconciliation').then(({ Reconciliation }) => Reconciliation),
      'reconciliation',
    ),
    children: [
      {
        index: true,
        lazy: screen(
          () => import('../reconciliation/payouts').then(({ Payouts }) => Payouts),
          'disputes',
          'money',
          'reconciliation',
          'views',
        ),
      },
      {
        path: 'discrepancies',
        lazy: screen(
          () => import('../reconciliation/discrepancies').then(({ Discrepancies }) => Discrepancies),
          'money',
          'reconciliation',
          'views',
        ),
      },
      {
        path: 'cards',
        lazy: screen(
          () => import('../reconciliation/card-testing').then(({ CardTesting }) => CardTesting),
          'reconciliation',
        ),
      },
    ],
  },
  {
    path: 'reconciliation/payouts/:id',
    lazy: screen(
      () => import('../reconciliation/payout-show').then(({ PayoutShow }) => PayoutShow),
      'disputes',
      'money',
      'reconciliation',
      'views',
    ),
  },
];

export const fundraisingRoutes: RouteObject[] = [
  { element: <RequireRole role="fundraising" />, children: fundraisers },
  { element: <RequireRole role="finance" />, children: finance },
];
