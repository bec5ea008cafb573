import type Stripe from 'stripe';
import { chargeCard, settleCharge } from '../charges/charge-card.js';
import { scheduleAftereffects } from '../charges/aftereffects.js';
import { newCharge } from '../charges/new-charge.js';
import type { Card, Decline } from '../payment-methods/cards.js';
import { testMethodOf } from '../payment-methods/create-payment-method.js';
import { StripeError, invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';

export interface PayIntentOptions {
  /** The cardholder just authenticated with the bank (3-D Secure). */
  authenticated?: boolean;
  /** The cardholder isn't present, for example for a renewal. */
  offSession?: boolean;
  returnUrl?: string | null;
}

/** The result is in `status` and `last_payment_error`. */
export function payIntent(
  store: Store,
  id: string,
  method: Stripe.PaymentMethod,
  how: PayIntentOptions = {},
): Stripe.PaymentIntent {
  const before = store.get('payment_intent', id);
  if (!before.payment_method_types.includes(method.type)) {
    throw invalid(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`,
      'payment_method',
      'payment_intent_incompatible_payment_method',
    );
  }
  const intent = store.update('payment_intent', id, { payment_method: method.id, next_action: null });
  const means = testMethodOf(store, method.id);
  return means.type === 'card' ? payByCard(store, intent, method, means, how) : askBank(store, intent, method);
}

function payByCard(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  card: Card,
  how: PayIntentOptions,
): Stripe.PaymentIntent {
  if (card.outcome === 'needs_authentication' && !how.authenticated) {
    return how.offSession ? refuseUnauthenticated(store, intent, method) : askForAuthentication(store, intent, how);
  }
  const { decline, charge } = chargeCard(store, intent, method, card, how.authenticated ?? false);
  if (decline) return refuse(store, intent, method, decline, charge.id);
  const manual = intent.capture_method === 'manual';
  const paid = store.update('payment_intent', intent.id, {
    ...(manual ? { amount_capturable: intent.amount } : { amount_received: intent.amount }),
    last_payment_error: null,
    latest_charge: charge.id,
    status: manual ? 'requires_capture' : 'succeeded',
  });
  store.emit(manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', paid);
  if (manual) return paid;
  settleCharge(store, charge.id, card.afterwards === 'available_at_once');
  scheduleAftereffects(store, charge.id, card);
  return paid;
}

/** The task `bank.answer` resolves the debit days later. */
function askBank(store: Store, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent {
  const charge = store.insert('charge', newCharge(store, intent, method, { status: 'pending' }));
  store.emit('charge.pending', charge);
  const waiting = store.update('payment_intent', intent.id, {
    last_payment_error: null,
    latest_charge: charge.id,
    status: 'processing',
  });
  store.emit('payment_intent.processing', waiting);
  if (testMethodOf(store, method.id).outcome !== 'stays') {
    store.schedule(store.now() + store.settings.bankAnswersAfterSeconds, 'bank.answer', intent.id);
  }
  return waiting;
}

export function captureIntent(store: Store, id: string): Stripe.PaymentIntent {
  const { status, amount, latest_charge: charge } = store.get('payment_intent', id);
  const chargeId = idOf(charge);
  if (status !== 'requires_capture' || !chargeId) {
    throw invalid(
      `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  store.emit('charge.captured', store.update('charge', chargeId, { amount_captured: amount, captured: true }));
  const paid = store.update('payment_intent', id, {
    amount_capturable: 0,
    amount_received: amount,
    status: 'succeeded',
  });
  store.emit('payment_intent.succeeded', paid);
  settleCharge(store, chargeId);
  return paid;
}

function askForAuthentication(
  store: Store,
  intent: Stripe.PaymentIntent,
  { returnUrl }: PayIntentOptions,
): Stripe.PaymentIntent {
  const asked = store.update('payment_intent', intent.id, {
    next_action: returnUrl
      ? {
          type: 'redirect_to_url',
          redirect_to_url: { return_url: returnUrl, url: `https://hooks.stripe.com/3d_secure/${intent.id}` },
        }
      : { type: 'use_stripe_sdk', use_stripe_sdk: {} },
    status: 'requires_action',
  });
  store.emit('payment_intent.requires_action', asked);
  return asked;
}

export function refuseUnauthenticated(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  return refuse(store, intent, method, {
    code: intent.status === 'requires_action' ? 'payment_intent_authentication_failure' : 'authentication_required',
    declineCode: 'authentication_required',
    message:
      intent.status === 'requires_action'
        ? 'We are unable to authenticate your payment method. Please choose a different payment method and try again.'
        : 'Your card was declined. This transaction requires authentication.',
    advice: null,
  });
}

export function refuse(
  store: Store,
  { id }: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { code, declineCode, message, advice }: Decline,
  charge?: string,
): Stripe.PaymentIntent {
  const refused = store.update('payment_intent', id, {
    last_payment_error: {
      ...(advice && { advice_code: advice }),
      ...(charge && { charge }),
      code: code as Stripe.PaymentIntent.LastPaymentError.Code,
      ...(declineCode && { decline_code: declineCode }),
      doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}`,
      message,
      payment_method: method,
      type: method.card ? 'card_error' : 'invalid_request_error',
    },
    ...(charge && { latest_charge: charge }),
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  store.emit('payment_intent.payment_failed', refused);
  return refused;
}

export function cardError(intent: Stripe.PaymentIntent): StripeError {
  const { code, decline_code, message, charge, payment_method } =
    intent.last_payment_error as Stripe.PaymentIntent.LastPaymentError;
  return new StripeError(402, 'card_error', message ?? 'Your card was declined.', {
    ...(charge && { charge }),
    ...(code && { code }),
    ...(decline_code && { decline_code }),
    payment_intent: intent,
    payment_method,
  });
}

export function cancelIntent(
  store: Store,
  id: string,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const { status, latest_charge: charge, amount } = store.get('payment_intent', id);
  if (status === 'succeeded' || status === 'canceled' || status === 'processing') {
    throw invalid(
      `You cannot cancel this PaymentIntent because it has a status of ${status}.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  // Releases the authorized amount.
  if (status === 'requires_capture' && charge) {
    store.update('charge', idOf(charge) as string, { amount_refunded: amount, refunded: true });
  }
  const canceled = store.update('payment_intent', id, {
    amount_capturable: 0,
    canceled_at: store.now(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  store.emit('payment_intent.canceled', canceled);
  return canceled;
}

export function methodOf(store: Store, intent: Stripe.PaymentIntent): Stripe.PaymentMethod {
  const id = idOf(intent.payment_method);
  if (!id) {
    throw invalid(
      'You cannot confirm this PaymentIntent because it is missing a payment method.',
      'payment_method',
      'payment_intent_unexpected_state',
    );
  }
  return store.get('payment_method', id);
}
