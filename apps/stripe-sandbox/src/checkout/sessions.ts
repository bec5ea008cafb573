import type Stripe from 'stripe';
import { resolvePaymentMethod } from '../payment-methods/create-payment-method.js';
import { changedMetadata, metadata } from '../requests/metadata.js';
import { email, integer, oneOf, required, objectParam, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging, singlePage, timeFilter } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { createSession, sessionParams, type SessionNote } from './create-session.js';
import { toLineItems } from './line-items.js';
import { paySession } from './pay-session.js';

export function expireSession(store: Store, id: string): Stripe.Checkout.Session {
  const { status } = store.get('checkout.session', id);
  if (status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${status}.`,
    );
  }
  const { expiry } = store.note<SessionNote>(id);
  if (expiry) store.removeTask(expiry);
  const expired = store.update('checkout.session', id, { status: 'expired', url: null });
  store.emit('checkout.session.expired', expired);
  return expired;
}

const linesOf = (store: Store, id: string) => toLineItems(store, store.note<SessionNote>(id).lines ?? []);

export const checkoutSessions = resource({
  kind: 'checkout.session',
  prefix: 'cs_test',
  idLength: 58,
  tasks: { 'checkout.expire': (store, id) => void expireSession(store, id) },
  routes: [
    route('POST /v1/checkout/sessions', sessionParams, createSession),
    route(
      'GET /v1/checkout/sessions',
      {
        ...paging,
        created: timeFilter(),
        customer: text(),
        customer_details: objectParam({ email: required(email()) }),
        payment_intent: text(),
        status: oneOf('complete', 'expired', 'open'),
        subscription: text(),
      },
      (store, params) =>
        page(
          store,
          'checkout.session',
          '/v1/checkout/sessions',
          params,
          (session) =>
            (params.created?.(session.created) ?? true) &&
            (params.customer ?? idOf(session.customer)) === idOf(session.customer) &&
            (params.customer_details?.email ?? session.customer_details?.email) === session.customer_details?.email &&
            (params.payment_intent ?? idOf(session.payment_intent)) === idOf(session.payment_intent) &&
            (params.status ?? session.status) === session.status &&
            (params.subscription ?? idOf(session.subscription)) === idOf(session.subscription),
        ),
    ),
    route('GET /v1/checkout/sessions/:session', {}, (store, _params, id) => store.get('checkout.session', id)),
    route('POST /v1/checkout/sessions/:session', { metadata: metadata() }, (store, params, id) => {
      const before = store.get('checkout.session', id);
      return store.update('checkout.session', id, {
        metadata: changedMetadata(before.metadata ?? {}, params.metadata),
      });
    }),
    route('POST /v1/checkout/sessions/:session/expire', {}, (store, _params, id) => expireSession(store, id)),
    // Undocumented endpoints of Stripe's own page. The Stripe CLI also uses them.
    route('GET /v1/payment_pages/:session', {}, (store, _params, id) => store.get('checkout.session', id)),
    route(
      'POST /v1/payment_pages/:session/confirm',
      { payment_method: required(text()), expected_amount: integer() },
      (store, params, id) => {
        const method = resolvePaymentMethod(store, params.payment_method);
        const { email, name } = method.billing_details;
        const who = { ...(email && { email }), ...(name && { name }) };
        paySession(store, id, { method, ...who });
        return store.get('checkout.session', id);
      },
    ),
    route('GET /v1/checkout/sessions/:session/line_items', paging, (store, params, id) => {
      const url = `/v1/checkout/sessions/${store.get('checkout.session', id).id}/line_items`;
      return singlePage(url, linesOf(store, id), params);
    }),
  ],
  includable: {
    line_items: (store, { id }) => singlePage(`/v1/checkout/sessions/${id}/line_items`, linesOf(store, id)),
  },
});
