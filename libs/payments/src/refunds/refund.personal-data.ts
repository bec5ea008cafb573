import { decimal, finance, giftsOfDonor, law } from '@upstander/accounting';
import { emptyText, personal, type PersonalTable, splitColumns } from '@upstander/platform';

const currencyOfGift = '(SELECT g.currency FROM fundraising.gift g WHERE g.id = t.gift_id)';

export const refundPersonalData: PersonalTable = {
  noun: 'refunds',
  of: { donor: `t.gift_id IN (${giftsOfDonor})` },
  erasure: 'columns',
  kept: `as long as the ledger; ${law}`,
  byLaw: true,
  about: ['t.id', 't.gift_id'],
  seenBy: finance,
  columns: { note: personal.content(emptyText) },
  also: {
    amount: decimal('t.amount_minor', currencyOfGift),
    currency: currencyOfGift,
    status: 't.status',
    reason: 't.reason',
  },
  codes: { status: 'refundStatus', reason: 'refundReason' },
  others: splitColumns('stripe_refund_id reason status failure_reason'),
};
