import type Stripe from 'stripe';
import { balance, move } from '../balance/balance-transactions.js';
import { declineOf, type Card, type Decline } from '../payment-methods/cards.js';
import type { PaymentMethodNote } from '../payment-methods/create-payment-method.js';
import { bankFeeOf, feeOf } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { newCharge } from './new-charge.js';

export interface Charging {
  /** Why it failed; null when the money came. */
  decline: Decline | null;
  charge: Stripe.Charge;
}

/**
 * Charges the card behind a payment method for a payment intent. The money's movement on the balance is there at once,
 * but the charge names it a moment later, in `charge.updated`, as Stripe does since captures are asynchronous.
 */
export function chargeCard(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  card: Card,
  authenticated: boolean,
): Charging {
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

/** The movement of a charge whose money came. @param atOnce whether it may be paid out without waiting */
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
  // The balance has no id and is kept nowhere.
  if (atOnce) store.emit('balance.available', balance(store) as never);
  return settled;
}
