import { getActiveCustomer } from '../customers/customers.js';
import { resolvePaymentMethod } from '../payment-methods/create-payment-method.js';
import { changedMetadata, metadata } from '../requests/metadata.js';
import {
  clearable,
  currency,
  email,
  flag,
  ignoredParam,
  integer,
  list,
  oneOf,
  required,
  objectParam,
  shippingDetails,
  text,
} from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { createIntent, meansType } from './create-intent.js';
import { cancelIntent, captureIntent, cardError, methodOf, payIntent, type PayIntentOptions } from './pay-intent.js';

const writableParams = {
  description: text(),
  metadata: metadata(),
  receipt_email: clearable(email()),
  statement_descriptor: text(22),
  statement_descriptor_suffix: text(22),
};
const confirming = {
  mandate_data: ignoredParam(),
  off_session: flag(),
  return_url: text(),
  payment_method: text(),
};

/** A declined card is an error that contains the intent. */
function confirm(store: Store, id: string, methodId: string | undefined, how: PayIntentOptions) {
  const intent = store.get('payment_intent', id);
  if (['succeeded', 'canceled', 'processing', 'requires_capture'].includes(intent.status)) {
    throw invalid(
      `You cannot confirm this PaymentIntent because it has a status of ${intent.status}.`,
      undefined,
      'payment_intent_unexpected_state',
    );
  }
  const method = methodId ? resolvePaymentMethod(store, methodId) : methodOf(store, intent);
  const paid = payIntent(store, id, method, how);
  if (paid.status === 'requires_payment_method') throw cardError(paid);
  return paid;
}

export const paymentIntents = resource({
  kind: 'payment_intent',
  prefix: 'pi',
  routes: [
    route(
      'POST /v1/payment_intents',
      {
        ...writableParams,
        ...confirming,
        allowed_payment_method_types: list(meansType),
        amount: required(integer({ least: 1, most: 99_999_999 })),
        automatic_payment_methods: objectParam({
          enabled: required(flag()),
          allow_redirects: oneOf('always', 'never'),
        }),
        capture_method: oneOf('automatic', 'automatic_async', 'manual'),
        confirm: flag(),
        confirmation_method: oneOf('automatic', 'manual'),
        currency: required(currency()),
        customer: text(),
        setup_future_usage: oneOf('off_session', 'on_session'),
        shipping: shippingDetails,
      },
      (
        store,
        {
          confirm: now,
          payment_method: method,
          off_session: offSession,
          return_url: returnUrl,
          mandate_data: _,
          ...details
        },
      ) => {
        if (details.customer) getActiveCustomer(store, details.customer, 'customer');
        const { id } = createIntent(store, details);
        if (now) return confirm(store, id, method, { offSession, returnUrl });
        if (!method) return store.get('payment_intent', id);
        const { id: payment_method } = resolvePaymentMethod(store, method);
        return store.update('payment_intent', id, { payment_method, status: 'requires_confirmation' });
      },
    ),
    route('GET /v1/payment_intents', { ...paging, created: timeFilter(), customer: text() }, (store, params) =>
      page(
        store,
        'payment_intent',
        '/v1/payment_intents',
        params,
        ({ created, customer }) =>
          (params.created?.(created) ?? true) && (params.customer ?? idOf(customer)) === idOf(customer),
      ),
    ),
    route('GET /v1/payment_intents/:intent', { client_secret: text() }, (store, _params, id) =>
      store.get('payment_intent', id),
    ),
    route(
      'POST /v1/payment_intents/:intent',
      { ...writableParams, setup_future_usage: oneOf('off_session', 'on_session') },
      (store, params, id) => {
        const { metadata: changed, ...plain } = params;
        const before = store.get('payment_intent', id);
        return store.update('payment_intent', id, { ...plain, metadata: changedMetadata(before.metadata, changed) });
      },
    ),
    route('POST /v1/payment_intents/:intent/confirm', confirming, (store, params, id) =>
      confirm(store, id, params.payment_method, { offSession: params.off_session, returnUrl: params.return_url }),
    ),
    route('POST /v1/payment_intents/:intent/capture', {}, (store, _params, id) => captureIntent(store, id)),
    route(
      'POST /v1/payment_intents/:intent/cancel',
      { cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer') },
      (store, params, id) => cancelIntent(store, id, params.cancellation_reason ?? null),
    ),
  ],
});
