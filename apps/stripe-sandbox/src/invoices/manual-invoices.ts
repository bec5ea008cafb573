import type Stripe from 'stripe';
import { getActiveCustomer } from '../customers/customers.js';
import { changedMetadata, metadata } from '../requests/metadata.js';
import { currency, integer, oneOf, required, text, type ParsedShape } from '../requests/params.js';
import { route } from '../requests/route.js';
import { invalid } from '../requests/stripe-error.js';
import type { Store } from '../store/store.js';
import { runAtClockOf } from '../test-clocks/on-clock.js';
import { insertDraft } from './draft-invoice.js';
import { pendingItems } from './invoice-items.js';
import { finalizeInvoice } from './pay-invoice.js';

const DAY = 86_400;

const params = {
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  currency: currency(),
  customer: required(text()),
  days_until_due: integer(),
  description: text(),
  metadata: metadata(),
  pending_invoice_items_behavior: oneOf('exclude', 'include'),
};

/** Uses pending items (https://docs.stripe.com/api/invoices/create). */
function create(store: Store, given: ParsedShape<typeof params>): Stripe.Invoice {
  const { id: customer } = getActiveCustomer(store, given.customer, 'customer');
  const sends = given.collection_method === 'send_invoice';
  if (sends !== (given.days_until_due !== undefined)) {
    throw invalid(
      'You must pass `days_until_due` when, and only when, `collection_method` is `send_invoice`.',
      'days_until_due',
    );
  }
  return runAtClockOf(store, customer, () => {
    const included = given.pending_invoice_items_behavior === 'include';
    const items = included ? pendingItems(store, customer, given.currency) : [];
    const id = store.newId('invoice');
    for (const { id: item } of items) store.update('invoiceitem', item, { invoice: id });
    return insertDraft(store, id, {
      customer,
      currency: given.currency ?? items[0]?.currency ?? store.settings.currency,
      lines: items.map((item) => lineOf(store, id, item)),
      auto_advance: false,
      collection_method: given.collection_method ?? 'charge_automatically',
      description: given.description ?? null,
      due_date: sends ? store.now() + (given.days_until_due ?? 0) * DAY : null,
      metadata: changedMetadata({}, given.metadata),
    });
  });
}

function lineOf(store: Store, invoice: string, item: Stripe.InvoiceItem): Stripe.InvoiceLineItem {
  return {
    id: `il_${store.random.randomText(24)}`,
    object: 'line_item',
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: item.metadata ?? {},
    parent: {
      invoice_item_details: { invoice_item: item.id, proration: false, proration_details: null, subscription: null },
      subscription_item_details: null,
      type: 'invoice_item_details',
    },
    period: item.period,
    pretax_credit_amounts: [],
    pricing: item.pricing as Stripe.InvoiceLineItem['pricing'],
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: null,
    subtotal: item.amount,
    taxes: [],
  };
}

function change(store: Store, id: string, changed: ParsedShape<typeof writableParams>): Stripe.Invoice {
  const before = store.get('invoice', id);
  const metadataAfter = changedMetadata(before.metadata ?? {}, changed.metadata);
  const { description = before.description } = changed;
  const after = store.update('invoice', id, { description, metadata: metadataAfter });
  store.emit('invoice.updated', after, before);
  return after;
}

function send(store: Store, id: string): Stripe.Invoice {
  const draft = store.get('invoice', id);
  const invoice = draft.status === 'draft' ? finalizeInvoice(store, id) : draft;
  if (invoice.status !== 'open') throw invalid(`You can only send open invoices. This invoice is ${invoice.status}.`);
  if (!invoice.customer_email) throw invalid('The customer of this invoice has no e-mail address.', 'customer');
  store.emit('invoice.sent', invoice);
  return invoice;
}

/** Marks an invoice uncollectible. It can still be paid. */
function markUncollectible(store: Store, id: string): Stripe.Invoice {
  const before = store.get('invoice', id);
  if (before.status !== 'open') throw invalid(`You can only mark open invoices. This invoice is ${before.status}.`);
  const after = store.update('invoice', id, {
    status: 'uncollectible',
    status_transitions: { ...before.status_transitions, marked_uncollectible_at: store.now() },
  });
  store.emit('invoice.marked_uncollectible', after);
  return after;
}

function remove(store: Store, id: string): unknown {
  const draft = store.get('invoice', id);
  if (draft.status !== 'draft') throw invalid(`You can only delete draft invoices. This invoice is ${draft.status}.`);
  for (const item of [...store.all('invoiceitem').oldestFirst()]) {
    if (item.invoice === id) store.remove('invoiceitem', item.id);
  }
  store.remove('invoice', id);
  store.emit('invoice.deleted', draft);
  return { id, object: 'invoice', deleted: true };
}

const writableParams = { description: text(), metadata: metadata() };

export const manualInvoices = [
  route('POST /v1/invoices', params, create),
  route('POST /v1/invoices/:invoice', writableParams, (store, given, id) => change(store, id, given)),
  route('DELETE /v1/invoices/:invoice', {}, (store, _params, id) => remove(store, id)),
  route('POST /v1/invoices/:invoice/finalize', {}, (store, _params, id) => finalizeInvoice(store, id)),
  route('POST /v1/invoices/:invoice/send', {}, (store, _params, id) => send(store, id)),
  route('POST /v1/invoices/:invoice/mark_uncollectible', {}, (store, _params, id) => markUncollectible(store, id)),
];
