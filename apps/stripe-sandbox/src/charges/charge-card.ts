import type Stripe from 'stripe';
import { balance, move } from '../balance/balance-transactions.js';
import { declineOf, type Card, type Decline } from '../payment-methods/cards.js';
import type { PaymentMethodNote } from '../payment-methods/create-payment-method.js';
import { bankFeeOf, feeOf } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { newCharge } from './new-charge.js';

export interface ChargeResult {
  /** Reason for the failure; null if the charge succeeded. */
  decline: Decline | null;
  charge: Stripe.Charge;
}

/**
 * The balance transaction exists immediately, but the charge references it only in a later `charge.updated`, as at
 * Stripe since captures became asynchronous.
 */
export function chargeCard(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  card: Card,
  authenticated: boolean,
): ChargeResult {
  const decline = declineOf(card, store.note<PaymentMethodNote>(method.id).charged ?? false);
  const status = decline ? 'failed' : 'succeeded';
  const charge = store.insert('charge', newCharge(store, intent, method, { status, decline, authenticated }));
  if (decline) {
    store.emit('charge.failed', charge);
    return { decline, charge };
  }
  store.setNote(method.id, { charged: true });
  store.emit('charge.succeeded', charge);
  return { decline, charge };
}

/** Creates the balance transaction. @param atOnce true if it is available immediately */
export function settleCharge(store: Store, id: string, atOnce = false): Stripe.Charge {
  const charge = store.get('charge', id);
  const byCard = charge.payment_method_details?.type === 'card';
  const transaction = move(store, {
    type: byCard ? 'charge' : 'payment',
    category: 'charge',
    amount: charge.amount,
    fee: byCard ? feeOf(charge.amount, store.settings) : bankFeeOf(charge.amount, store.settings),
    ...(atOnce && { availableOn: store.now() }),
    currency: charge.currency,
    source: id,
    description: charge.description,
  });
  const settled = store.update('charge', id, { balance_transaction: transaction.id });
  store.emit('charge.updated', settled, { balance_transaction: null });
  // The balance has no ID and is not stored.
  if (atOnce) store.emit('balance.available', balance(store) as never);
  return settled;
}
