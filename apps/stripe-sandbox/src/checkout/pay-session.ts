import type Stripe from 'stripe';
import { createCustomer } from '../customers/customers.js';
import { createIntent, type MeansType } from '../payment-intents/create-intent.js';
import { payIntent, refuseUnauthenticated } from '../payment-intents/pay-intent.js';
import {
  createPaymentMethod,
  findTestMethod,
  type TestPaymentMethod,
} from '../payment-methods/create-payment-method.js';
import { invalid } from '../requests/stripe-error.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';
import { startSubscription } from '../subscriptions/start-subscription.js';
import type { SessionNote } from './create-session.js';
import { detailsOf } from './new-session.js';

export interface Payment {
  /** Name, number or token; defaults to `succeeds`. */
  card?: string;
  method?: Stripe.PaymentMethod;
  email?: string;
  name?: string;
  /** Result of authentication. Undefined to show the bank page. */
  authenticate?: boolean;
}

export type PayResult =
  | { status: 'complete'; url: string }
  | { status: 'declined'; message: string }
  | { status: 'needs_authentication' };

export function paySession(store: Store, id: string, payment: Payment = {}): PayResult {
  const session = store.get('checkout.session', id);
  if (session.status !== 'open') throw invalid(`This Checkout Session is ${session.status}.`);
  const means = payment.method ?? findTestMethod(payment.card ?? 'succeeds');
  if (!means) throw invalid('Your card number is incorrect.', 'card', 'incorrect_number');
  if (!session.payment_method_types.includes(means.type)) {
    throw invalid(`This Checkout Session takes no ${means.type}.`, 'payment_method', 'payment_method_not_available');
  }
  const email = session.customer_email ?? emailOfCustomer(store, session) ?? payment.email ?? null;
  if (!email) throw invalid('Your e-mail address is missing.', 'email');
  const who = { email, name: payment.name?.trim() || null };
  const intent = attempt(store, session, means, who, payment.authenticate);
  if (intent.status === 'succeeded' || intent.status === 'processing') return complete(store, id, intent, who);
  if (intent.status === 'requires_action') {
    store.setNote(id, { refusal: null });
    return { status: 'needs_authentication' };
  }
  const message = intent.last_payment_error?.message ?? 'Your card was declined.';
  store.setNote(id, { refusal: message });
  return { status: 'declined', message };
}

interface Payer {
  email: string;
  name: string | null;
}

function attempt(
  store: Store,
  session: Stripe.Checkout.Session,
  means: TestPaymentMethod | Stripe.PaymentMethod,
  who: Payer,
  authenticate: boolean | undefined,
): Stripe.PaymentIntent {
  const customer = session.mode === 'subscription' ? customerOf(store, session, who) : idOf(session.customer);
  // The card is saved only if the session asks for it.
  const { intentData } = store.note<SessionNote>(session.id);
  const keeps = session.mode === 'subscription' || Boolean(intentData?.setup_future_usage);
  const method = 'object' in means ? means : createPaymentMethod(store, means, who, keeps ? customer : null);
  const how = { authenticated: authenticate === true, returnUrl: session.url };
  if (session.mode === 'subscription')
    return startSubscription(store, store.get('checkout.session', session.id), method, how);
  const id = idOf(session.payment_intent) ?? intentOf(store, session, customer).id;
  const intent = payIntent(store, id, method, how);
  // Failed authentication counts as a decline, not as a pending request.
  return intent.status === 'requires_action' && authenticate === false
    ? refuseUnauthenticated(store, intent, method)
    : intent;
}

function intentOf(store: Store, session: Stripe.Checkout.Session, customer: string | null): Stripe.PaymentIntent {
  const { intentData = {} } = store.note<SessionNote>(session.id);
  const intent = createIntent(store, {
    ...intentData,
    ...(session.allowed_payment_method_types && {
      allowed_payment_method_types: session.payment_method_types as MeansType[],
    }),
    amount: session.amount_total ?? 0,
    currency: session.currency ?? store.settings.currency,
    customer,
  });
  store.update('checkout.session', session.id, { payment_intent: intent.id });
  return intent;
}

/** Keeps the customer for the next attempt. */
function customerOf(store: Store, session: Stripe.Checkout.Session, { email, name }: Payer): string {
  const known = idOf(session.customer);
  if (known) return known;
  const { id } = createCustomer(store, { email, name });
  store.update('checkout.session', session.id, { customer: id });
  return id;
}

function complete(store: Store, id: string, intent: Stripe.PaymentIntent, who: Payer): PayResult {
  const before = store.get('checkout.session', id);
  const { expiry } = store.note<SessionNote>(id);
  if (expiry) store.removeTask(expiry);
  const customer =
    idOf(before.customer) ?? (before.customer_creation === 'always' ? createCustomer(store, who).id : null);
  const session = store.update('checkout.session', id, {
    customer,
    customer_details: detailsOf(who.email, who.name),
    ...(before.mode === 'payment' && { payment_intent: intent.id }),
    payment_status: intent.status === 'succeeded' ? 'paid' : 'unpaid',
    status: 'complete',
    url: null,
  });
  store.emit('checkout.session.completed', session);
  return { status: 'complete', url: (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', id) };
}

function emailOfCustomer(store: Store, session: Stripe.Checkout.Session): string | null {
  return store.find('customer', idOf(session.customer))?.email ?? null;
}
