import type Stripe from 'stripe';
import { chargeCard, settleCharge } from '../charges/charge-card.js';
import { afterwards } from '../charges/afterwards.js';
import { cardBehind } from '../payment-methods/payment-methods.js';
import type { Decline } from '../payment-methods/cards.js';
import { changedMetadata, type MetadataChanges } from '../requests/metadata.js';
import { StripeError, invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';

export interface IntentDetails {
  amount: number;
  currency: string;
  customer?: string | null;
  description?: string | null;
  metadata?: MetadataChanges;
  receipt_email?: string | null;
  setup_future_usage?: 'off_session' | 'on_session';
  statement_descriptor?: string | null;
  statement_descriptor_suffix?: string | null;
  allowed_payment_method_types?: Array<'card'>;
}

/** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts: fifty cents, for the ones we know. */
const LEAST = 50;

/** Makes a payment intent that waits for a payment method. */
export function createIntent(store: Store, details: IntentDetails): Stripe.PaymentIntent {
  if (details.amount < LEAST) {
    throw invalid(`Amount must be at least $0.50 ${details.currency}`, 'amount', 'amount_too_small');
  }
  const id = store.newId('payment_intent');
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: details.allowed_payment_method_types ?? null,
    amount: details.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: `${id}_secret_${store.random.text(24)}`,
    confirmation_method: 'automatic',
    created: store.now(),
    currency: details.currency,
    customer: details.customer ?? null,
    customer_account: null,
    description: details.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: changedMetadata({}, details.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: details.receipt_email ?? null,
    review: null,
    setup_future_usage: details.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: details.statement_descriptor ?? null,
    statement_descriptor_suffix: details.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
  store.insert('payment_intent', intent);
  store.emit('payment_intent.created', intent);
  return intent;
}

export interface Paying {
  /** The cardholder has just proved to be one to the bank (3-D Secure). */
  authenticated?: boolean;
  /** Nobody is there to prove anything: the charge of a later month. */
  offSession?: boolean;
  returnUrl?: string | null;
}

/** Tries to pay an intent with a payment method. What came of it is in the intent's status and `last_payment_error`. */
export function payIntent(
  store: Store,
  id: string,
  method: Stripe.PaymentMethod,
  how: Paying = {},
): Stripe.PaymentIntent {
  const intent = store.update('payment_intent', id, { payment_method: method.id, next_action: null });
  const card = cardBehind(store, method.id);
  if (card.outcome === 'needs_authentication' && !how.authenticated) {
    return how.offSession ? refuseUnauthenticated(store, intent, method) : askForAuthentication(store, intent, how);
  }
  const { decline, charge } = chargeCard(store, intent, method, how.authenticated ?? false);
  if (decline) return refuse(store, intent, method, decline, charge.id);
  const paid = store.update('payment_intent', id, {
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    status: 'succeeded',
  });
  store.emit('payment_intent.succeeded', paid);
  settleCharge(store, charge.id);
  afterwards(store, charge.id, card);
  return paid;
}

function askForAuthentication(store: Store, intent: Stripe.PaymentIntent, { returnUrl }: Paying): Stripe.PaymentIntent {
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

/** The cardholder could not prove to be one, or was not there to. */
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

function refuse(
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
      decline_code: declineCode,
      doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}`,
      message,
      payment_method: method,
      type: 'card_error',
    },
    ...(charge && { latest_charge: charge }),
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  store.emit('payment_intent.payment_failed', refused);
  return refused;
}

/** The refusal a request is answered with when its payment did not succeed. */
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

/** Gives an intent up. */
export function cancelIntent(
  store: Store,
  id: string,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const { status } = store.get('payment_intent', id);
  if (status === 'succeeded' || status === 'canceled') {
    throw invalid(
      `You cannot cancel this PaymentIntent because it has a status of ${status}.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  const canceled = store.update('payment_intent', id, {
    canceled_at: store.now(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  store.emit('payment_intent.canceled', canceled);
  return canceled;
}

/** The payment method an intent is about to be paid with. */
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
