import type Stripe from 'stripe';
import { livingCustomer } from '../customers/customers.js';
import { changedMetadata, metadata, type MetadataChanges } from '../requests/metadata.js';
import { clearable, email, integer, oneOf, required, shape, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { StripeError, invalid } from '../requests/stripe-error.js';
import { page, paging } from '../store/lists.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { cardOf, type Card } from './cards.js';

export interface PaymentMethodNote extends Record<string, unknown> {
  /** The number of the pretend card. */
  number: string;
  charged: boolean;
}

interface Billing {
  email?: string | null;
  name?: string | null;
}

/** A payment method that behaves like this pretend card. */
export function createPaymentMethod(
  store: Store,
  card: Card,
  billing: Billing = {},
  customer: string | null = null,
  labels: MetadataChanges = null,
): Stripe.PaymentMethod {
  const id = store.newId('payment_method');
  store.setNote(id, { number: card.number, charged: false } satisfies PaymentMethodNote);
  return store.insert('payment_method', {
    id,
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: {
      address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
      email: billing.email ?? null,
      name: billing.name ?? null,
      phone: null,
      tax_id: null,
    },
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: card.brand,
      exp_month: 12,
      exp_year: new Date(store.now() * 1000).getUTCFullYear() + 3,
      fingerprint: `fp${card.number.slice(-14)}`,
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: store.now(),
    customer,
    customer_account: null,
    livemode: false,
    metadata: changedMetadata({}, labels ?? undefined),
    type: 'card',
  });
}

/** The pretend card behind a payment method. */
export function cardBehind(store: Store, paymentMethod: string): Card {
  const { number } = store.note<PaymentMethodNote>(paymentMethod);
  return cardOf(number ?? '') as Card;
}

/** A payment method by its id, or a new one when it is one of the test tokens (`pm_card_visa`). */
export function resolvePaymentMethod(store: Store, id: string, billing?: Billing): Stripe.PaymentMethod {
  const card = id.startsWith('pm_card_') ? cardOf(id) : undefined;
  return card ? createPaymentMethod(store, card, billing) : store.get('payment_method', id, 'payment_method');
}

/** Gives a payment method to a customer, for later charges. */
export function attach(store: Store, id: string, customer: string): Stripe.PaymentMethod {
  const method = resolvePaymentMethod(store, id);
  livingCustomer(store, customer, 'customer');
  if (method.customer && method.customer !== customer) {
    throw invalid('The payment method you provided has already been attached to a customer.', 'payment_method');
  }
  if (method.customer === customer) return method;
  const card = cardBehind(store, method.id);
  if (card.outcome !== 'fails_later' && ['declined', 'insufficient_funds', 'expired_card'].includes(card.outcome)) {
    throw new StripeError(402, 'card_error', 'Your card was declined.', {
      code: 'card_declined',
      decline_code: 'generic_decline',
    });
  }
  const attached = store.update('payment_method', method.id, { customer });
  store.emit('payment_method.attached', attached);
  return attached;
}

const billing = shape({ email: clearable(email()), name: clearable(text()) });

function create(
  store: Store,
  params: {
    card?: { number?: string; token?: string };
    billing_details?: Billing;
    metadata?: MetadataChanges;
  },
): Stripe.PaymentMethod {
  const said = params.card?.number ?? (params.card?.token ?? '').replace(/^tok_/, 'pm_card_');
  const card = cardOf(said);
  if (!card) throw invalid('Your card number is incorrect.', 'card[number]', 'incorrect_number');
  return createPaymentMethod(store, card, params.billing_details, null, params.metadata);
}

function detach(store: Store, id: string): Stripe.PaymentMethod {
  const method = store.get('payment_method', id);
  if (!method.customer)
    throw invalid('The payment method you provided is not attached to a customer.', 'payment_method');
  const detached = store.update('payment_method', id, { customer: null });
  store.emit('payment_method.detached', detached, { customer: method.customer });
  return detached;
}

const newCard = shape({ number: text(), token: text(), exp_month: integer(), exp_year: integer(), cvc: text(4) });
const listed = { ...paging, type: text() };
const ofCustomer = (store: Store, url: string, customer: string, params: { type?: string; limit?: number }) =>
  page(
    store,
    'payment_method',
    url,
    params,
    (one) => one.customer === customer && (params.type ?? one.type) === one.type,
  );

export const paymentMethods = resource({
  kind: 'payment_method',
  prefix: 'pm',
  routes: [
    route(
      'POST /v1/payment_methods',
      { type: required(oneOf('card')), card: newCard, billing_details: billing, metadata: metadata() },
      create,
    ),
    route('GET /v1/payment_methods', { ...listed, customer: required(text()) }, (store, params) =>
      ofCustomer(store, '/v1/payment_methods', params.customer, params),
    ),
    route('GET /v1/customers/:customer/payment_methods', listed, (store, params, id) =>
      ofCustomer(store, `/v1/customers/${livingCustomer(store, id, 'customer').id}/payment_methods`, id, params),
    ),
    route('GET /v1/payment_methods/:method', {}, (store, _params, id) => store.get('payment_method', id)),
    route(
      'POST /v1/payment_methods/:method',
      { metadata: metadata(), billing_details: billing },
      (store, params, id) => {
        const before = store.get('payment_method', id);
        return store.update('payment_method', id, {
          metadata: changedMetadata(before.metadata ?? {}, params.metadata),
          billing_details: { ...before.billing_details, ...params.billing_details },
        });
      },
    ),
    route('POST /v1/payment_methods/:method/attach', { customer: required(text()) }, (store, { customer }, id) =>
      attach(store, id, customer),
    ),
    route('POST /v1/payment_methods/:method/detach', {}, (store, _params, id) => detach(store, id)),
  ],
});
