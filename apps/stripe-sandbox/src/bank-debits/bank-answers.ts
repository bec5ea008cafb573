import type Stripe from 'stripe';
import { scheduleAftereffects } from '../charges/aftereffects.js';
import { settleCharge } from '../charges/charge-card.js';
import { markPaid, markUnpaid } from '../invoices/pay-invoice.js';
import { refuse } from '../payment-intents/pay-intent.js';
import { bankAccountOf, type BankAccount } from '../payment-methods/bank-accounts.js';
import { testMethodOf } from '../payment-methods/create-payment-method.js';
import type { Decline } from '../payment-methods/cards.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { settleSubscription } from '../subscriptions/settle-subscription.js';

const { failure: defaultFailure } = bankAccountOf('bank_fails') as BankAccount;

/**
 * Resolves a pending bank debit (https://docs.stripe.com/payments/ach-direct-debit).
 * @param outcome defaults to the outcome of the test account
 */
export function settleBankDebit(store: Store, id: string, outcome?: 'succeeds' | 'fails'): Stripe.PaymentIntent {
  const intent = store.get('payment_intent', id);
  if (intent.status !== 'processing')
    throw invalid(`PaymentIntent ${id} has no pending bank debit: it is ${intent.status}.`);
  const method = store.get('payment_method', idOf(intent.payment_method) as string);
  const means = testMethodOf(store, method.id) as BankAccount;
  const chargeId = idOf(intent.latest_charge) as string;
  const succeeds = (outcome ?? means.outcome) !== 'fails';
  const answered = succeeds
    ? recordArrival(store, intent, chargeId)
    : recordFailure(store, intent, chargeId, method, means);
  completeSession(store, id, succeeds);
  completeInvoice(store, id, succeeds);
  if (succeeds) scheduleAftereffects(store, chargeId, means);
  return answered;
}

/** Skips debits that a tester already resolved. */
export function bankIsDue(store: Store, id: string): void {
  if (store.get('payment_intent', id).status === 'processing') settleBankDebit(store, id);
}

function recordArrival(store: Store, intent: Stripe.PaymentIntent, chargeId: string): Stripe.PaymentIntent {
  const charge = store.get('charge', chargeId);
  const captured = { amount_captured: charge.amount, captured: true, paid: true, status: 'succeeded' as const };
  const receipt_url = `https://pay.stripe.com/receipts/payment/${chargeId}`;
  store.emit('charge.succeeded', store.update('charge', chargeId, { ...captured, receipt_url }));
  const paid = store.update('payment_intent', intent.id, { amount_received: intent.amount, status: 'succeeded' });
  store.emit('payment_intent.succeeded', paid);
  settleCharge(store, chargeId);
  return paid;
}

function recordFailure(
  store: Store,
  intent: Stripe.PaymentIntent,
  chargeId: string,
  method: Stripe.PaymentMethod,
  { failure }: BankAccount,
): Stripe.PaymentIntent {
  const decline = (failure ?? defaultFailure) as Decline;
  const charge = store.update('charge', chargeId, {
    failure_code: decline.code,
    failure_message: decline.message,
    status: 'failed',
  });
  store.emit('charge.failed', charge);
  return refuse(store, intent, method, decline, chargeId);
}

/** Updates the Checkout session that was completed while the debit was pending. */
function completeSession(store: Store, intent: string, succeeds: boolean): void {
  const session = [...store.all('checkout.session').newestFirst()].find((one) => idOf(one.payment_intent) === intent);
  if (!session) return;
  const told = succeeds ? store.update('checkout.session', session.id, { payment_status: 'paid' }) : session;
  store.emit(`checkout.session.async_payment_${succeeds ? 'succeeded' : 'failed'}`, told);
}

function completeInvoice(store: Store, intent: string, succeeds: boolean): void {
  const payments = [...store.all('invoice_payment').newestFirst()];
  const invoice = idOf(payments.find(({ payment }) => idOf(payment.payment_intent) === intent)?.invoice);
  if (!invoice || store.get('invoice', invoice).status !== 'open') return;
  settleSubscription(store, succeeds ? markPaid(store, invoice) : markUnpaid(store, invoice));
}
