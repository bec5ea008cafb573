import type { RouteObject } from 'react-router';
import { RequireRole } from './require-role';
import { route, screen } from './screen';

const fundraisers: RouteObject[] = [
  route('fundraisers', async () => (await import('../fundraisers/fundraiser-list')).FundraiserList),
  route('fundraisers/new', async () => (await import('../fundraisers/fundraiser-create')).FundraiserCreate),
  route('fundraisers/:id/edit', async () => (await import('../fundraisers/fundraiser-edit')).FundraiserEdit),
  {
    ...route('fundraisers/:id', async () => (await import('../fundraisers/fundraiser-show')).FundraiserShow),
    children: [
      { index: true, lazy: screen(async () => (await import('../fundraisers/overview')).Overview) },
      route('gifts', async () => (await import('../fundraisers/gifts')).Gifts),
      route('pages', async () => (await import('../fundraisers/pages')).Pages),
      route('updates', async () => (await import('../fundraisers/updates')).Updates),
      route('share', async () => (await import('../fundraisers/share')).Share),
    ],
  },
];

const finance: RouteObject[] = [
  route('beneficiaries', async () => (await import('../beneficiaries/beneficiary-list')).BeneficiaryList),
  route('beneficiaries/:id', async () => (await import('../beneficiaries/beneficiary-show')).BeneficiaryShow),
  route('disbursements', async () => (await import('../disbursements/disbursements')).Disbursements),
  route('matching', async () => (await import('../matching/matching')).Matching),
  route('gifts', async () => (await import('../gifts/gifts')).Gifts),
  route('gifts/refunds', async () => (await import('../gifts/refund-requests')).RefundRequests),
  route('gifts/new', async () => (await import('../offline-gifts/offline-gift-new')).OfflineGiftNew),
  route('gifts/pledges', async () => (await import('../offline-gifts/pledges')).Pledges),
  route('gifts/cash', async () => (await import('../offline-gifts/cash')).Cash),
  route('gifts/imports', async () => (await import('../offline-gifts/imports')).Imports),
  route('gifts/imports/:id', async () => (await import('../offline-gifts/import-show')).ImportShow),
  route('gifts/:id', async () => (await import('../gifts/gift-show')).GiftShow),
  route('recurring-gifts', async () => (await import('../recurring-gifts/recurring-gifts')).RecurringGifts),
  route('recurring-gifts/:id', async () => (await import('../recurring-gifts/recurring-gift-show')).RecurringGiftShow),
  route('disputes', async () => (await import('../disputes/disputes')).Disputes),
  route('receipts', async () => (await import('../receipts/receipts')).Receipts),
  {
    ...route('ledger', async () => (await import('../ledger/ledger')).Ledger),
    children: [
      { index: true, lazy: screen(async () => (await import('../ledger/accounts')).Accounts) },
      route('transactions', async () => (await import('../ledger/transactions')).Transactions),
      route('over-time', async () => (await import('../ledger/over-time')).OverTime),
      route('check', async () => (await import('../ledger/check')).Check),
    ],
  },
  {
    ...route('reconciliation', async () => (await import('../reconciliation/reconciliation')).Reconciliation),
    children: [
      { index: true, lazy: screen(async () => (await import('../reconciliation/payouts')).Payouts) },
      route('discrepancies', async () => (await import('../reconciliation/discrepancies')).Discrepancies),
      route('cards', async () => (await import('../reconciliation/card-testing')).CardTesting),
    ],
  },
  route('reconciliation/payouts/:id', async () => (await import('../reconciliation/payout-show')).PayoutShow),
];

export const fundraisingRoutes: RouteObject[] = [
  { element: <RequireRole role="fundraising" />, children: fundraisers },
  { element: <RequireRole role="finance" />, children: finance },
];
