import type Stripe from 'stripe';
import { getActiveCustomer } from '../customers/customers.js';
import { changedMetadata, metadata } from '../requests/metadata.js';
import { currency, integer, required, text, type ParsedShape } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import { page, paging } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import { resource } from '../store/resource.js';
import type { Store } from '../store/store.js';
import { clockOf } from '../test-clocks/on-clock.js';

const params = {
  amount: required(integer({ least: -99_999_999, most: 99_999_999 })),
  currency: required(currency()),
  customer: required(text()),
  description: text(),
  metadata: metadata(),
};

function create(store: Store, given: ParsedShape<typeof params>): Stripe.InvoiceItem {
  const { id: customer } = getActiveCustomer(store, given.customer, 'customer');
  const decimal = (number: number) => String(number) as unknown as Stripe.InvoiceItem['quantity_decimal'];
  const item = store.insert('invoiceitem', {
    id: store.newId('invoiceitem'),
    object: 'invoiceitem',
    amount: given.amount,
    currency: given.currency,
    customer,
    customer_account: null,
    date: store.now(),
    description: given.description ?? null,
    discountable: true,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: changedMetadata({}, given.metadata),
    net_amount: given.amount,
    parent: null,
    period: { end: store.now(), start: store.now() },
    pricing: { type: 'price_details', unit_amount_decimal: decimal(given.amount) },
    proration: false,
    quantity: 1,
    quantity_decimal: decimal(1),
    tax_rates: [],
    test_clock: clockOf(store, customer),
  });
  store.emit('invoiceitem.created', item);
  return item;
}

function remove(store: Store, id: string): unknown {
  const item = store.get('invoiceitem', id);
  const invoice = store.find('invoice', idOf(item.invoice));
  if (invoice && invoice.status !== 'draft') {
    throw invalid('The invoice item is attached to an invoice that is no longer editable.');
  }
  store.remove('invoiceitem', id);
  store.emit('invoiceitem.deleted', item);
  return { id, object: 'invoiceitem', deleted: true };
}

export function pendingItems(store: Store, customer: string, code: string | undefined): Stripe.InvoiceItem[] {
  const waiting = [...store.all('invoiceitem').oldestFirst()];
  return waiting.filter((one) => one.customer === customer && !one.invoice && (code ?? one.currency) === one.currency);
}

export const invoiceItems = resource({
  kind: 'invoiceitem',
  prefix: 'ii',
  routes: [
    route('POST /v1/invoiceitems', params, create),
    route('GET /v1/invoiceitems', { ...paging, customer: text(), invoice: text() }, (store, given) =>
      page(
        store,
        'invoiceitem',
        '/v1/invoiceitems',
        given,
        ({ customer, invoice }) =>
          (given.customer ?? customer) === customer && (given.invoice ?? idOf(invoice)) === idOf(invoice),
      ),
    ),
    route('GET /v1/invoiceitems/:item', {}, (store, _params, id) => store.get('invoiceitem', id)),
    route('DELETE /v1/invoiceitems/:item', {}, (store, _params, id) => remove(store, id)),
  ],
});
