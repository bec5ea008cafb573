import type Stripe from 'stripe';
import { getActiveCustomer } from '../customers/customers.js';
import { meansType } from '../payment-intents/create-intent.js';
import { testMethodOf, resolvePaymentMethod } from '../payment-methods/create-payment-method.js';
import { attach } from '../payment-methods/payment-methods.js';
import { changedMetadata, metadata } from '../requests/metadata.js';
import { flag, list, oneOf, text, type ParsedShape } from '../requests/params.js';
import { route } from '../requests/route.js';
import { StripeError, invalid } from '../requests/stripe-error.js';
import { page, paging } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

const confirming = { payment_method: text(), return_url: text() };
const params = {
  ...confirming,
  allowed_payment_method_types: list(meansType),
  confirm: flag(),
  customer: text(),
  description: text(1_000),
  metadata: metadata(),
  usage: oneOf('off_session', 'on_session'),
};

/** https://docs.stripe.com/api/setup_intents */
function create(store: Store, given: ParsedShape<typeof params>): Stripe.SetupIntent {
  if (given.customer) getActiveCustomer(store, given.customer, 'customer');
  const method = given.payment_method ? resolvePaymentMethod(store, given.payment_method).id : null;
  const types = given.allowed_payment_method_types ?? ['card'];
  const id = store.newId('setup_intent');
  const intent = store.insert('setup_intent', {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${store.random.randomText(24)}`,
    created: store.now(),
    customer: given.customer ?? null,
    customer_account: null,
    description: given.description ?? null,
    excluded_payment_method_types: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    managed_payments: null,
    mandate: null,
    metadata: changedMetadata({}, given.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: types,
    single_use_mandate: null,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    usage: given.usage ?? 'off_session',
  });
  store.emit('setup_intent.created', intent);
  return given.confirm ? confirm(store, id) : intent;
}

function confirm(store: Store, id: string, named?: string): Stripe.SetupIntent {
  const before = store.get('setup_intent', id);
  if (before.status === 'succeeded' || before.status === 'canceled') throw unexpectedState('confirm', before);
  const given = named ? resolvePaymentMethod(store, named).id : idOf(before.payment_method);
  if (!given) throw invalid('You cannot confirm this SetupIntent because it is missing a payment method.');
  const { outcome } = testMethodOf(store, given);
  if (outcome === 'needs_authentication') {
    const next_action = { type: 'use_stripe_sdk', use_stripe_sdk: {} };
    return finish(store, id, 'requires_action', { next_action, payment_method: given });
  }
  if (['declined', 'insufficient_funds', 'expired_card', 'incorrect_cvc'].includes(outcome)) {
    throw refuseSetup(store, id, store.get('payment_method', given));
  }
  const customer = idOf(before.customer);
  if (customer) attach(store, given, customer);
  return finish(store, id, 'succeeded', { next_action: null, payment_method: given });
}

function refuseSetup(store: Store, id: string, method: Stripe.PaymentMethod): StripeError {
  const error = { code: 'card_declined', decline_code: 'generic_decline', message: 'Your card was declined.' };
  const last_setup_error = {
    ...error,
    payment_method: method,
    type: 'card_error',
  } as Stripe.SetupIntent.LastSetupError;
  const failed = store.update('setup_intent', id, {
    last_setup_error,
    payment_method: null,
    status: 'requires_payment_method',
  });
  store.emit('setup_intent.setup_failed', failed);
  const { message, ...codes } = error;
  return new StripeError(402, 'card_error', message, { ...codes, payment_method: method, setup_intent: failed });
}

function finish(
  store: Store,
  id: string,
  status: 'canceled' | 'requires_action' | 'succeeded',
  changes: Partial<Stripe.SetupIntent>,
): Stripe.SetupIntent {
  const after = store.update('setup_intent', id, { ...changes, status });
  store.emit(`setup_intent.${status}`, after);
  return after;
}

function unexpectedState(verb: string, { status }: Stripe.SetupIntent): StripeError {
  return invalid(
    `You cannot ${verb} this SetupIntent because it has a status of ${status}.`,
    undefined,
    'setup_intent_unexpected_state',
  );
}

export const setupIntents = resource({
  kind: 'setup_intent',
  prefix: 'seti',
  routes: [
    route('POST /v1/setup_intents', params, create),
    route('GET /v1/setup_intents', { ...paging, customer: text() }, (store, given) =>
      page(
        store,
        'setup_intent',
        '/v1/setup_intents',
        given,
        ({ customer }) => (given.customer ?? idOf(customer)) === idOf(customer),
      ),
    ),
    route('GET /v1/setup_intents/:intent', {}, (store, _params, id) => store.get('setup_intent', id)),
    route('POST /v1/setup_intents/:intent/confirm', confirming, (store, given, id) =>
      confirm(store, id, given.payment_method),
    ),
    route(
      'POST /v1/setup_intents/:intent/cancel',
      { cancellation_reason: oneOf('abandoned', 'duplicate', 'requested_by_customer') },
      (store, given, id) => {
        const before = store.get('setup_intent', id);
        if (before.status === 'succeeded' || before.status === 'canceled') throw unexpectedState('cancel', before);
        return finish(store, id, 'canceled', { cancellation_reason: given.cancellation_reason ?? null });
      },
    ),
  ],
});
