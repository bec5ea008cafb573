import type Stripe from 'stripe';
import { move } from '../balance/balance-transactions.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';

const DAY = 86_400;
const EVIDENCE_DAYS = 20;

export interface DisputeDetails {
  /** Defaults to the unrefunded amount. */
  amount?: number;
  reason?: string;
  /** An inquiry withdraws no money yet. */
  inquiry?: boolean;
}

/** Withdraws amount and fee immediately (https://docs.stripe.com/disputes). */
export function openDispute(store: Store, chargeId: string, details: DisputeDetails = {}): Stripe.Dispute {
  const charge = store.get('charge', chargeId, 'charge');
  if (!charge.paid || charge.disputed) throw invalid(`Charge ${chargeId} cannot be disputed.`, 'charge');
  const amount = details.amount ?? charge.amount - charge.amount_refunded;
  const reason = details.reason ?? 'fraudulent';
  const card = charge.payment_method_details?.card;
  const id = store.newId('dispute');
  store.update('charge', chargeId, { disputed: true });
  const opened = store.insert('dispute', {
    id,
    object: 'dispute',
    amount,
    balance_transactions: details.inquiry ? [] : [withdraw(store, id, charge, amount)],
    charge: chargeId,
    created: store.now(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: emptyEvidence(charge),
    evidence_details: {
      due_by: store.now() + EVIDENCE_DAYS * DAY,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: Boolean(details.inquiry),
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    ...(card && {
      payment_method_details: {
        card: {
          brand: card.brand ?? 'visa',
          case_type: details.inquiry ? ('inquiry' as const) : ('chargeback' as const),
          network: card.network ?? 'visa',
          network_reason_code: '10.4',
        },
        type: 'card' as const,
      },
    }),
    reason,
    status: details.inquiry ? 'warning_needs_response' : 'needs_response',
  });
  store.emit('charge.dispute.created', opened);
  if (!details.inquiry) store.emit('charge.dispute.funds_withdrawn', opened);
  return opened;
}

/** Returns the amount of a won dispute, and the fee depending on settings. An inquiry ends without either. */
export function closeDispute(store: Store, id: string, outcome: 'won' | 'lost'): Stripe.Dispute {
  const before = store.get('dispute', id);
  if (['won', 'lost', 'warning_closed'].includes(before.status)) {
    throw invalid(`This dispute is already closed: ${before.status}.`, undefined, 'dispute_already_closed');
  }
  const chargeId = idOf(before.charge) as string;
  if (before.status.startsWith('warning')) {
    store.update('charge', chargeId, { disputed: false });
    const ended = store.update('dispute', id, { status: 'warning_closed' });
    store.emit('charge.dispute.closed', ended);
    return ended;
  }
  const back = outcome === 'won' ? [reinstate(store, before)] : [];
  const closed = store.update('dispute', id, {
    balance_transactions: [...before.balance_transactions, ...back],
    status: outcome,
  });
  store.emit('charge.dispute.updated', closed, { status: before.status });
  if (outcome === 'won') store.emit('charge.dispute.funds_reinstated', closed);
  store.emit('charge.dispute.closed', closed);
  return closed;
}

function withdraw(store: Store, dispute: string, charge: Stripe.Charge, amount: number): Stripe.BalanceTransaction {
  return move(store, {
    type: 'adjustment',
    category: 'dispute',
    amount: -amount,
    fee: store.settings.disputeFee,
    feeDescription: 'Dispute fee',
    currency: charge.currency,
    source: dispute,
    description: `Chargeback withdrawal for ${charge.id}`,
    availableOn: store.now(),
  });
}

function reinstate(store: Store, dispute: Stripe.Dispute): Stripe.BalanceTransaction {
  return move(store, {
    type: 'adjustment',
    category: 'dispute_reversal',
    amount: dispute.amount,
    fee: store.settings.returnDisputeFee ? -store.settings.disputeFee : 0,
    feeDescription: 'Dispute fee refund',
    currency: dispute.currency,
    source: dispute.id,
    description: `Chargeback reversal for ${idOf(dispute.charge)}`,
    availableOn: store.now(),
  });
}

function emptyEvidence({ billing_details: { email, name } }: Stripe.Charge): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null,
    billing_address: null,
    cancellation_policy: null,
    cancellation_policy_disclosure: null,
    cancellation_rebuttal: null,
    customer_communication: null,
    customer_email_address: email,
    customer_name: name,
    customer_purchase_ip: null,
    customer_signature: null,
    duplicate_charge_documentation: null,
    duplicate_charge_explanation: null,
    duplicate_charge_id: null,
    enhanced_evidence: {},
    product_description: null,
    receipt: null,
    refund_policy: null,
    refund_policy_disclosure: null,
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
    uncategorized_file: null,
    uncategorized_text: null,
  };
}
