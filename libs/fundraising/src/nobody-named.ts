import { plain } from '@upstander/platform';

/** Tables without personal data, and their text columns. */
export const nobodyNamed = {
  'fundraising.balance_transaction': { others: plain('id type source_id currency') },
  'fundraising.beneficiary_check': { others: plain('duty note source valid_until') },
  'fundraising.beneficiary_duty': { others: plain('duty law law_url law_read_on') },
  'fundraising.campaign_status_change': { others: plain('from_status to_status note') },
  'fundraising.deposit': { others: plain('currency deposited_on reference') },
  'fundraising.disbursement': { others: plain('currency paid_on reference status refusal_note') },
  'fundraising.discrepancy': { others: plain('kind about currency settled_note') },
  'fundraising.dispute': { others: plain('stripe_dispute_id reason status') },
  'fundraising.file': { others: plain('purpose media_type sha256 bytes') },
  'fundraising.fraud_warning': { others: plain('stripe_warning_id fraud_type handled_note') },
  'fundraising.ledger_check': { others: plain('findings') },
  'fundraising.listing': { others: plain('name') },
  'fundraising.payout': { others: plain('stripe_payout_id currency status arrives_on bank_seen_on') },
  'fundraising.payout_correction': { others: plain('seen_on') },
  'fundraising.receipt_void': { others: plain('reason') },
  'fundraising.spent_challenge': { others: plain('signature') },
  'fundraising.sponsor_payment': { others: plain('received_on reference') },
  'fundraising.stripe_event': { others: plain('id type object_id outcome') },
} as const;
