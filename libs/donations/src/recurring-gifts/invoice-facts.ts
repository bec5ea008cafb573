import { idOf } from '@upstander/payments';
import type Stripe from 'stripe';
import { seconds, readSplit, type AmountSplit } from './subscription-facts.js';

export interface InvoiceFacts {
  invoiceId: string;
  recurringGiftId: string;
  subscriptionId: string;
  isFirst: boolean;
  isPaid: boolean;
  amount: bigint;
  /** ISO code in uppercase. */
  currency: string;
  split: AmountSplit | null;
  chargeId: string | null;
  paymentIntentId: string | null;
  paidAt: Date | null;
  /** Stripe's most specific code for why the last attempt failed. */
  failureCode: string | null;
}

/** Expansions needed to read the charge of an invoice. */
export const invoiceExpansions = ['payments.data.payment.payment_intent'];

/** Returns the data of an invoice, or null if it belongs to no recurring gift of ours. */
export function invoiceFacts(invoice: Stripe.Invoice): InvoiceFacts | null {
  const details = invoice.parent?.subscription_details;
  const subscriptionId = idOf(details?.subscription);
  const recurringGiftId = details?.metadata?.['recurring_gift_id'];
  if (!subscriptionId || !recurringGiftId || !invoice.id) return null;
  const payments = invoice.payments?.data ?? [];
  const payment = payments.find(({ status }) => status === 'paid') ?? payments.at(-1);
  const intent = payment?.payment.payment_intent;
  const paidAt = invoice.status_transitions.paid_at;
  return {
    invoiceId: invoice.id,
    recurringGiftId,
    subscriptionId,
    isFirst: invoice.billing_reason === 'subscription_create',
    isPaid: invoice.status === 'paid',
    amount: BigInt(invoice.amount_paid),
    currency: invoice.currency.toUpperCase(),
    split: readSplit(details.metadata),
    chargeId: intent && typeof intent === 'object' ? idOf(intent.latest_charge) : null,
    paymentIntentId: idOf(intent),
    paidAt: paidAt === null ? null : seconds(paidAt),
    failureCode: intent && typeof intent === 'object' ? failureOf(intent.last_payment_error) : null,
  };
}

function failureOf(error: Stripe.PaymentIntent.LastPaymentError | null): string | null {
  return error?.decline_code ?? error?.code ?? null;
}
