import type Stripe from 'stripe';
import { getActiveCustomer } from '../customers/customers.js';
import { changedMetadata, metadata, type MetadataChanges } from '../requests/metadata.js';
import { clearable, email, integer, oneOf, place, required, objectParam, text } from '../requests/params.js';
import { route } from '../requests/route.js';
import { StripeError, invalid } from '../requests/stripe-error.js';
import { page, paging } from '../store/lists.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import {
  billingDetails,
  createPaymentMethod,
  testMethodOf,
  findTestMethod,
  resolvePaymentMethod,
  type Billing,
} from './create-payment-method.js';

export function attach(store: Store, id: string, customer: string): Stripe.PaymentMethod {
  const method = resolvePaymentMethod(store, id);
  getActiveCustomer(store, customer, 'customer');
  if (method.customer && method.customer !== customer) {
    throw invalid('The payment method you provided has already been attached to a customer.', 'payment_method');
  }
  if (method.customer === customer) return method;
  if (['declined', 'insufficient_funds', 'expired_card'].includes(testMethodOf(store, method.id).outcome)) {
    throw new StripeError(402, 'card_error', 'Your card was declined.', {
      code: 'card_declined',
      decline_code: 'generic_decline',
    });
  }
  const attached = store.update('payment_method', method.id, { customer });
  store.emit('payment_method.attached', attached);
  return attached;
}

const billing = objectParam({
  address: clearable(place),
  email: clearable(email()),
  name: clearable(text()),
  phone: clearable(text(20)),
});

interface NewMethod {
  type: 'card' | 'us_bank_account' | 'sepa_debit';
  card?: { number?: string; token?: string };
  us_bank_account?: { account_number?: string };
  sepa_debit?: { iban: string };
  billing_details?: Billing;
  metadata?: MetadataChanges;
}

function create(store: Store, { type, card, ...params }: NewMethod): Stripe.PaymentMethod {
  const [param, number] =
    type === 'card'
      ? ['card[number]', card?.number ?? card?.token?.replace(/^tok_/, 'pm_card_')]
      : type === 'sepa_debit'
        ? ['sepa_debit[iban]', params.sepa_debit?.iban]
        : ['us_bank_account[account_number]', params.us_bank_account?.account_number];
  const means = findTestMethod(number ?? '');
  if (means?.type !== type) {
    if (type === 'card') throw invalid('Your card number is incorrect.', param, 'incorrect_number');
    throw invalid('The bank account number is incorrect.', param, 'account_number_invalid');
  }
  return createPaymentMethod(store, means, params.billing_details, null, params.metadata);
}

function detach(store: Store, id: string): Stripe.PaymentMethod {
  const method = store.get('payment_method', id);
  if (!method.customer)
    throw invalid('The payment method you provided is not attached to a customer.', 'payment_method');
  const detached = store.update('payment_method', id, { customer: null });
  store.emit('payment_method.detached', detached, { customer: method.customer });
  return detached;
}

const newAccount = objectParam({
  account_holder_type: oneOf('company', 'individual'),
  account_number: text(),
  account_type: oneOf('checking', 'savings'),
  routing_number: text(9),
});
const newCard = objectParam({ number: text(), token: text(), exp_month: integer(), exp_year: integer(), cvc: text(4) });
const listParams = { ...paging, type: text() };
const listOfCustomer = (store: Store, url: string, customer: string, params: { type?: string; limit?: number }) =>
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
      {
        type: required(oneOf('card', 'us_bank_account', 'sepa_debit')),
        card: newCard,
        us_bank_account: newAccount,
        sepa_debit: objectParam({ iban: required(text()) }),
        billing_details: billing,
        metadata: metadata(),
      },
      create,
    ),
    route('GET /v1/payment_methods', { ...listParams, customer: required(text()) }, (store, params) =>
      listOfCustomer(store, '/v1/payment_methods', params.customer, params),
    ),
    route('GET /v1/customers/:customer/payment_methods', listParams, (store, params, id) =>
      listOfCustomer(store, `/v1/customers/${getActiveCustomer(store, id, 'customer').id}/payment_methods`, id, params),
    ),
    route('GET /v1/payment_methods/:method', {}, (store, _params, id) => store.get('payment_method', id)),
    route(
      'POST /v1/payment_methods/:method',
      { metadata: metadata(), billing_details: billing },
      (store, params, id) => {
        const before = store.get('payment_method', id);
        const after = store.update('payment_method', id, {
          metadata: changedMetadata(before.metadata ?? {}, params.metadata),
          billing_details: billingDetails(params.billing_details, before.billing_details),
        });
        if (after.customer) store.emit('payment_method.updated', after, before);
        return after;
      },
    ),
    route('POST /v1/payment_methods/:method/attach', { customer: required(text()) }, (store, { customer }, id) =>
      attach(store, id, customer),
    ),
    route('POST /v1/payment_methods/:method/detach', {}, (store, _params, id) => detach(store, id)),
  ],
});
