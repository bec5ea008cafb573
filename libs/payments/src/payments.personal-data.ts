import { decimal, finance, giftsOfDonor, law } from '@upstander/accounting';
import { emptyText, personal, personalData, plain } from '@upstander/platform';

const currencyOfGift = '(SELECT g.currency FROM fundraising.gift g WHERE g.id = t.gift_id)';

export const paymentsPersonalData = personalData.define({
  'fundraising.refund': {
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
    others: plain('stripe_refund_id reason status failure_reason'),
  },
  'fundraising.balance_transaction': { others: plain('id type source_id currency') },
  'fundraising.discrepancy': { others: plain('kind about currency settled_note') },
  'fundraising.dispute': { others: plain('stripe_dispute_id reason status') },
  'fundraising.fraud_warning': { others: plain('stripe_warning_id fraud_type handled_note') },
  'fundraising.listing': { others: plain('name') },
  'fundraising.payout': { others: plain('stripe_payout_id currency status arrives_on bank_seen_on') },
  'fundraising.payout_correction': { others: plain('seen_on') },
  'fundraising.stripe_event': { others: plain('id type object_id outcome') },
});
