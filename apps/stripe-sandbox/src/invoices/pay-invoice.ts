import type Stripe from 'stripe';
import { createIntent } from '../payment-intents/create-intent.js';
import { cancelIntent, payIntent, type PayIntentOptions } from '../payment-intents/pay-intent.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { runAtClockOf } from '../test-clocks/on-clock.js';

const descriptions: Record<string, string> = {
  subscription_create: 'Subscription creation',
  subscription_cycle: 'Subscription update',
};

interface InvoiceNote extends Record<string, unknown> {
  payment: string;
}

export function paymentOf(store: Store, invoice: string): Stripe.InvoicePayment | undefined {
  return store.find('invoice_payment', store.note<InvoiceNote>(invoice).payment);
}

/** @param intent existing payment intent, for example of a completed Checkout Session */
export function finalizeInvoice(store: Store, id: string, intent?: Stripe.PaymentIntent): Stripe.Invoice {
  const draft = store.get('invoice', id);
  if (draft.status !== 'draft')
    throw invalid("You can't finalize an invoice that is already finalized.", undefined, 'invoice_not_editable');
  const customer = store.get('customer', idOf(draft.customer) as string);
  const sequence = customer.next_invoice_sequence ?? 1;
  store.update('customer', customer.id, { next_invoice_sequence: sequence + 1 });
  const invoice = store.update('invoice', id, {
    automatically_finalizes_at: null,
    effective_at: store.now(),
    ending_balance: 0,
    hosted_invoice_url: `https://invoice.stripe.com/i/acct_local/test_${id}`,
    invoice_pdf: `https://pay.stripe.com/invoice/acct_local/test_${id}/pdf`,
    number: `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`,
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: store.now() },
  });
  if (invoice.amount_due === 0) {
    store.emit('invoice.finalized', invoice);
    return markPaid(store, id);
  }
  const waiting =
    intent ??
    createIntent(store, {
      amount: invoice.amount_due,
      currency: invoice.currency,
      customer: customer.id,
      description: descriptions[invoice.billing_reason ?? ''] ?? 'Payment for Invoice',
    });
  const payment = store.insert('invoice_payment', {
    id: store.newId('invoice_payment'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: store.now(),
    currency: invoice.currency,
    invoice: id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: waiting.id, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
  store.setNote(id, { payment: payment.id } satisfies InvoiceNote);
  store.emit('invoice.finalized', invoice);
  return invoice;
}

/** See the invoice's status for the result and its payment intent for the error. */
export function payInvoice(
  store: Store,
  id: string,
  method: Stripe.PaymentMethod,
  how: PayIntentOptions = {},
): Stripe.Invoice {
  const invoice = store.get('invoice', id);
  if (invoice.status !== 'open')
    throw invalid(
      `Invoice is ${invoice.status === 'paid' ? 'already paid' : String(invoice.status)}`,
      undefined,
      'invoice_not_open',
    );
  const payment = paymentOf(store, id);
  const intent = payIntent(store, idOf(payment?.payment.payment_intent) as string, method, how);
  const tried = store.update('invoice', id, { attempt_count: invoice.attempt_count + 1, attempted: true });
  if (intent.status === 'succeeded') return markPaid(store, id);
  if (intent.status === 'processing') return tried;
  // Off-session authentication requests are reported as both action required and failed.
  const asks = intent.status === 'requires_action';
  if (asks || intent.last_payment_error?.code === 'authentication_required') {
    store.emit('invoice.payment_action_required', tried);
  }
  if (!asks) store.emit('invoice.payment_failed', tried);
  return tried;
}

export function markPaid(store: Store, id: string): Stripe.Invoice {
  const before = store.get('invoice', id);
  const payment = paymentOf(store, id);
  // Invoices of zero have no payment.
  const paid =
    payment &&
    store.update('invoice_payment', payment.id, {
      amount_paid: before.amount_due,
      status: 'paid',
      status_transitions: { canceled_at: null, paid_at: store.now() },
    });
  const invoice = store.update('invoice', id, {
    amount_paid: before.amount_due,
    amount_remaining: 0,
    attempt_count: Math.max(before.attempt_count, 1),
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...before.status_transitions, paid_at: store.now() },
  });
  if (paid) store.emit('invoice_payment.paid', paid);
  store.emit('invoice.updated', invoice, { status: before.status });
  store.emit('invoice.paid', invoice);
  store.emit('invoice.payment_succeeded', invoice);
  return invoice;
}

export function isPaymentProcessing(store: Store, { id, status }: Stripe.Invoice): boolean {
  const intent = idOf(paymentOf(store, id)?.payment.payment_intent);
  return status === 'open' && store.find('payment_intent', intent)?.status === 'processing';
}

export function markUnpaid(store: Store, id: string): Stripe.Invoice {
  const before = store.get('invoice', id);
  // The attempt was made on the Checkout page, so it isn't counted on the invoice yet.
  const invoice = store.update('invoice', id, { attempt_count: Math.max(before.attempt_count, 1), attempted: true });
  store.emit('invoice.payment_failed', invoice);
  return invoice;
}

export function voidInvoice(store: Store, id: string): Stripe.Invoice {
  const before = store.get('invoice', id);
  if (before.status !== 'open' && before.status !== 'uncollectible') {
    throw invalid(
      `You can only pass in open or uncollectible invoices. This invoice is ${before.status}.`,
      undefined,
      'invoice_not_open',
    );
  }
  return runAtClockOf(store, before.customer, () => {
    cancelPayment(store, id);
    const invoice = store.update('invoice', id, {
      auto_advance: false,
      next_payment_attempt: null,
      status: 'void',
      status_transitions: { ...before.status_transitions, voided_at: store.now() },
    });
    store.emit('invoice.voided', invoice);
    return invoice;
  });
}

function cancelPayment(store: Store, invoice: string): void {
  const payment = paymentOf(store, invoice);
  if (!payment) return;
  const intent = store.get('payment_intent', idOf(payment.payment.payment_intent) as string);
  if (intent.status !== 'succeeded' && intent.status !== 'canceled') cancelIntent(store, intent.id, 'void_invoice');
  store.update('invoice_payment', payment.id, {
    status: 'canceled',
    status_transitions: { canceled_at: store.now(), paid_at: null },
  });
}
