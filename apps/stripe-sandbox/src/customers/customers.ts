import type Stripe from 'stripe';
import { resolvePaymentMethod } from '../payment-methods/create-payment-method.js';
import { changedMetadata, metadata, type MetadataChanges } from '../requests/metadata.js';
import {
  addressOf,
  clearable,
  email,
  ignoredParam,
  integer,
  list,
  place,
  objectParam,
  text,
  type Place,
} from '../requests/params.js';
import { route } from '../requests/route.js';
import { notFoundError } from '../requests/stripe-error.js';
import { page, paging, singlePage, timeFilter } from '../store/lists.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';

const writableParams = {
  address: clearable(place),
  balance: integer({ least: -99_999_999 }),
  description: clearable(text()),
  email: clearable(email()),
  invoice_settings: objectParam({
    default_payment_method: clearable(text()),
    footer: clearable(text()),
    custom_fields: ignoredParam(),
  }),
  metadata: metadata(),
  name: clearable(text(256)),
  phone: clearable(text(20)),
  preferred_locales: list(text()),
  tax_exempt: clearable(text()),
};

interface CustomerDetails {
  address?: Place | null;
  description?: string | null;
  email?: string | null;
  metadata?: MetadataChanges;
  name?: string | null;
  phone?: string | null;
  preferred_locales?: string[];
  payment_method?: string;
  test_clock?: string;
  balance?: number;
  invoice_settings?: { default_payment_method?: string | null; footer?: string | null };
  tax_exempt?: string | null;
}

export function createCustomer(store: Store, details: CustomerDetails): Stripe.Customer {
  const { payment_method: named, test_clock: testClock } = details;
  const method = named ? resolvePaymentMethod(store, named) : null;
  // The same test token in both parameters is one card.
  const wanted = details.invoice_settings?.default_payment_method ?? null;
  const general = wanted === named ? (method?.id ?? null) : wanted;
  if (testClock) store.get('test_helpers.test_clock', testClock, 'test_clock');
  const id = store.newId('customer');
  const customer: Stripe.Customer = {
    id,
    object: 'customer',
    address: addressOf(details.address),
    balance: details.balance ?? 0,
    created: store.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: details.description ?? null,
    discount: null,
    email: details.email ?? null,
    invoice_prefix: store.random.randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: general,
      footer: details.invoice_settings?.footer ?? null,
      rendering_options: null,
    },
    livemode: false,
    metadata: changedMetadata({}, details.metadata),
    name: details.name ?? null,
    next_invoice_sequence: 1,
    phone: details.phone ?? null,
    preferred_locales: details.preferred_locales ?? [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: testClock ?? null,
  };
  store.insert('customer', customer);
  store.emit('customer.created', customer);
  if (method) store.emit('payment_method.attached', store.update('payment_method', method.id, { customer: id }));
  return customer;
}

export function getActiveCustomer(store: Store, id: string, param?: string): Stripe.Customer {
  const customer = store.get('customer', id, param);
  if (customer.deleted) throw notFoundError('customer', id, param);
  return customer;
}

function updateCustomer(store: Store, id: string, changes: CustomerDetails): Stripe.Customer {
  const before = getActiveCustomer(store, id);
  const { metadata: changed, address, invoice_settings: settings, tax_exempt: _exempt, ...plain } = changes;
  const after = store.update('customer', id, {
    ...plain,
    ...(address !== undefined && { address: addressOf(address) }),
    ...(settings && { invoice_settings: { ...before.invoice_settings, ...settings } }),
    metadata: changedMetadata(before.metadata, changed),
  });
  store.emit('customer.updated', after, before);
  return after;
}

/** Deletes everything but the ID. Charges keep the payer's details. */
function deleteCustomer(store: Store, id: string): unknown {
  store.emit('customer.deleted', getActiveCustomer(store, id));
  const gone = { id, object: 'customer', deleted: true } as unknown as Stripe.Customer;
  return store.insert('customer', gone);
}

export const customers = resource({
  kind: 'customer',
  prefix: 'cus',
  idLength: 14,
  routes: [
    route('POST /v1/customers', { ...writableParams, payment_method: text(), test_clock: text() }, createCustomer),
    route(
      'GET /v1/customers',
      { ...paging, created: timeFilter(), email: text(), test_clock: text() },
      (store, params) =>
        page(
          store,
          'customer',
          '/v1/customers',
          params,
          ({ deleted, created, email: address, test_clock: clock }) =>
            !deleted &&
            (params.created?.(created) ?? true) &&
            (params.email === undefined || params.email === address) &&
            (params.test_clock ?? null) === clock,
        ),
    ),
    route('GET /v1/customers/:customer', {}, (store, _params, id) => store.get('customer', id)),
    route('POST /v1/customers/:customer', writableParams, (store, params, id) => updateCustomer(store, id, params)),
    route('DELETE /v1/customers/:customer', {}, (store, _params, id) => deleteCustomer(store, id)),
  ],
  includable: {
    sources: (_store, { id }) => singlePage(`/v1/customers/${id}/sources`, []),
    subscriptions: (store, { id }) =>
      singlePage(
        `/v1/customers/${id}/subscriptions`,
        [...store.all('subscription').newestFirst()].filter(
          ({ customer, status }) => customer === id && status !== 'canceled',
        ),
      ),
  },
});
