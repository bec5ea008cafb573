import type Stripe from 'stripe';
import { move } from '../balance/balance-transactions.js';
import { testMethodOf } from '../payment-methods/create-payment-method.js';
import { changedMetadata, type MetadataChanges } from '../requests/metadata.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';

/** Seconds until a pending refund arrives or a failing one is returned. */
const UNDER_WAY = 3_600;

export interface RefundDetails {
  amount?: number;
  reason?: 'duplicate' | 'fraudulent' | 'requested_by_customer';
  metadata?: MetadataChanges;
}

/** Stripe keeps the fee. Some test cards keep the refund pending for an hour or return it. */
export function refundCharge(store: Store, chargeId: string, details: RefundDetails = {}): Stripe.Refund {
  const charge = store.get('charge', chargeId, 'charge');
  if (!charge.paid) throw invalid(`Charge ${chargeId} was not successful and cannot be refunded.`, 'charge');
  const amount = amountOf(charge, details.amount);
  const { afterwards, type } = testMethodOf(store, charge.payment_method ?? '');
  const id = store.newId('refund');
  const transaction = move(store, {
    type: type === 'card' ? 'refund' : 'payment_refund',
    category: 'refund',
    amount: -amount,
    currency: charge.currency,
    source: id,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ''}`,
  });
  const refund = store.insert('refund', {
    id,
    object: 'refund',
    amount,
    balance_transaction: transaction.id,
    charge: chargeId,
    created: store.now(),
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    ...(type === 'card' && {
      destination_details: {
        card: { type: afterwards === 'refund_pending' ? ('pending' as const) : ('refund' as const) },
        type: 'card',
      },
    }),
    metadata: changedMetadata({}, details.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    ...(afterwards === 'refund_pending' && { pending_reason: 'processing' as const }),
    reason: details.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: afterwards === 'refund_pending' ? 'pending' : 'succeeded',
    transfer_reversal: null,
  });
  const refunded = store.update('charge', chargeId, {
    amount_refunded: charge.amount_refunded + amount,
    refunded: charge.amount_refunded + amount === charge.amount,
  });
  store.emit('refund.created', refund);
  store.emit('charge.refunded', refunded, { amount_refunded: charge.amount_refunded, refunded: charge.refunded });
  if (afterwards === 'refund_pending') store.schedule(store.now() + UNDER_WAY, 'refund.arrive', id);
  if (afterwards === 'refund_fails') store.schedule(store.now() + UNDER_WAY, 'refund.fail', id);
  return refund;
}

function amountOf(charge: Stripe.Charge, asked: number | undefined): number {
  const left = charge.amount - charge.amount_refunded;
  if (charge.disputed) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge', 'charge_disputed');
  }
  if (left === 0) throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded');
  if (asked !== undefined && asked > left) {
    throw invalid(
      `Refund amount (${money(asked)}) is greater than unrefunded amount on charge (${money(left)})`,
      'amount',
    );
  }
  return asked ?? left;
}

const money = (amount: number): string => `$${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

export function markRefundArrived(store: Store, id: string): void {
  const before = store.get('refund', id);
  if (before.status !== 'pending') return;
  const { pending_reason: _reason, ...rest } = before;
  const refund = store.insert('refund', {
    ...rest,
    status: 'succeeded',
    destination_details: { card: { type: 'refund' }, type: 'card' },
  });
  store.emit('refund.updated', refund, { status: 'pending' });
  store.emit('charge.refund.updated', refund, { status: 'pending' });
}

/** Returns the amount to our balance and reduces the charge's refunded amount. */
export function failRefund(store: Store, id: string, status: 'failed' | 'canceled' = 'failed'): Stripe.Refund {
  const before = store.get('refund', id);
  const chargeId = idOf(before.charge) as string;
  const { type } = testMethodOf(store, store.get('charge', chargeId).payment_method ?? '');
  const transaction = move(store, {
    type: type === 'card' ? 'refund_failure' : 'payment_failure_refund',
    category: 'refund_failure',
    amount: before.amount,
    currency: before.currency,
    source: id,
    description: 'REFUND FAILURE',
    availableOn: store.now(),
  });
  const { amount_refunded } = store.get('charge', chargeId);
  store.update('charge', chargeId, { amount_refunded: amount_refunded - before.amount, refunded: false });
  const refund = store.update('refund', id, {
    failure_balance_transaction: transaction.id,
    ...(status === 'failed' && { failure_reason: 'expired_or_canceled_card' }),
    status,
  });
  store.emit('refund.updated', refund, { status: before.status });
  store.emit('charge.refund.updated', refund, { status: before.status });
  if (status === 'failed') store.emit('refund.failed', refund);
  return refund;
}
