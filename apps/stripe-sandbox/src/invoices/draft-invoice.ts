import type Stripe from 'stripe';
import { singlePage } from '../store/lists.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { clockOf } from '../test-clocks/on-clock.js';

export interface InvoiceLine {
  price: Stripe.Price;
  quantity: number;
  /** Overrides the price, for example with 0 during a trial. */
  amount?: number;
  /** Null for one-time charges. */
  item: string | null;
}

export interface InvoiceDraft {
  subscription: Stripe.Subscription;
  reason: 'subscription_create' | 'subscription_cycle';
  lines: InvoiceLine[];
  period: { start: number; end: number };
}

export function draftInvoice(store: Store, { subscription, reason, lines, period }: InvoiceDraft): Stripe.Invoice {
  const id = store.newId('invoice');
  return insertDraft(store, id, {
    customer: idOf(subscription.customer) as string,
    currency: subscription.currency,
    lines: lines.map((line) => lineOf(store, id, subscription, line, period)),
    billing_reason: reason,
    // Later changes of the subscription's metadata don't affect the invoice.
    parent: {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    // An invoice's period is the previous one. The first invoice has none.
    period_start: reason === 'subscription_cycle' ? previousStart(subscription) : store.now(),
  });
}

interface Draft extends Partial<Omit<Stripe.Invoice, 'customer' | 'lines'>> {
  customer: string;
  currency: string;
  lines: Stripe.InvoiceLineItem[];
}

export function insertDraft(store: Store, id: string, { lines, ...fields }: Draft): Stripe.Invoice {
  const customer = store.get('customer', fields.customer);
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  const invoice = store.insert('invoice', {
    id,
    object: 'invoice',
    account_country: 'US',
    account_name: 'Local Stripe',
    account_tax_ids: null,
    amount_due: total,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: total,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: null,
    billing_reason: 'manual',
    collection_method: 'charge_automatically',
    created: store.now(),
    custom_fields: null,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    due_date: null,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: singlePage(`/v1/invoices/${id}/lines`, lines),
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    on_behalf_of: null,
    parent: null,
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: store.now(),
    period_start: store.now(),
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: 0,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: clockOf(store, customer.id),
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
    ...fields,
  });
  store.emit('invoice.created', invoice);
  return invoice;
}

const previousStart = ({ items }: Stripe.Subscription): number => items.data[0]?.current_period_start ?? 0;

function lineOf(
  store: Store,
  invoice: string,
  subscription: Stripe.Subscription,
  { price, quantity, item, amount = (price.unit_amount ?? 0) * quantity }: InvoiceLine,
  period: { start: number; end: number },
): Stripe.InvoiceLineItem {
  return {
    id: `il_${store.random.randomText(24)}`,
    object: 'line_item',
    amount,
    currency: price.currency,
    description: store.find('product', idOf(price.product))?.name ?? null,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: subscription.metadata,
    parent: item
      ? {
          invoice_item_details: null,
          subscription_item_details: {
            invoice_item: null,
            proration: false,
            proration_details: null,
            subscription: subscription.id,
            subscription_item: item,
          },
          type: 'subscription_item_details',
        }
      : null,
    period,
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: idOf(price.product) as string },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: String(quantity) as unknown as Stripe.InvoiceLineItem['quantity_decimal'],
    subscription: subscription.id,
    subtotal: amount,
    taxes: [],
  };
}
