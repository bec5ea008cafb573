import type Stripe from 'stripe';
import { getActiveCustomer } from '../customers/customers.js';
import { meansType, type IntentDetails } from '../payment-intents/create-intent.js';
import { metadata, type MetadataChanges } from '../requests/metadata.js';
import {
  address,
  currency,
  email,
  flag,
  ignoredParam,
  integer,
  list,
  oneOf,
  required,
  objectParam,
  shippingDetails,
  text,
  type ParsedShape,
} from '../requests/params.js';
import { invalid } from '../requests/stripe-error.js';
import type { Store } from '../store/store.js';
import { lineItem, makeLines, totalOf, type Line } from './line-items.js';
import { newSession } from './new-session.js';

const HOUR = 3_600;

export interface SessionNote extends Record<string, unknown> {
  lines: Line[];
  intentData: {
    metadata?: MetadataChanges;
    description?: string;
    receipt_email?: string;
    setup_future_usage?: 'off_session' | 'on_session';
    statement_descriptor_suffix?: string;
    shipping?: IntentDetails['shipping'];
  };
  subscriptionData: { metadata?: MetadataChanges; description?: string };
  expiry: string;
  /** Displayed above the form after a failed payment. */
  refusal?: string | null;
}

const locales = ['auto', 'de', 'en', 'en-GB', 'es', 'es-419', 'fr', 'it', 'ja', 'ko', 'pt', 'pt-BR', 'zh'] as const;

export const sessionParams = {
  allow_promotion_codes: flag(),
  allowed_payment_method_types: list(meansType),
  billing_address_collection: oneOf('auto', 'required'),
  cancel_url: address(),
  client_reference_id: text(200),
  currency: currency(),
  custom_text: ignoredParam(),
  customer: text(),
  customer_creation: oneOf('always', 'if_required'),
  customer_email: email(),
  excluded_payment_method_types: list(text()),
  expires_at: integer(),
  line_items: list(lineItem),
  locale: oneOf(...locales),
  metadata: metadata(),
  mode: required(oneOf('payment', 'subscription', 'setup')),
  payment_intent_data: objectParam({
    description: text(1_000),
    metadata: metadata(),
    receipt_email: email(),
    setup_future_usage: oneOf('off_session', 'on_session'),
    shipping: shippingDetails,
    statement_descriptor: text(22),
    statement_descriptor_suffix: text(22),
  }),
  phone_number_collection: objectParam({ enabled: required(flag()) }),
  submit_type: oneOf('auto', 'book', 'donate', 'pay', 'subscribe'),
  subscription_data: objectParam({
    description: text(500),
    metadata: metadata(),
    billing_cycle_anchor: integer(),
    proration_behavior: oneOf('create_prorations', 'none'),
  }),
  success_url: address(),
  ui_mode: oneOf('hosted_page'),
};

/** https://docs.stripe.com/api/checkout/sessions/create */
export function createSession(store: Store, params: ParsedShape<typeof sessionParams>): Stripe.Checkout.Session {
  const { mode, line_items: items = [] } = params;
  if (mode === 'setup') throw invalid('The local Stripe does not support setup mode.', 'mode');
  if (!params.success_url) {
    throw invalid(
      'You must provide `success_url` when `ui_mode` is `hosted_page`.',
      'success_url',
      'parameter_missing',
    );
  }
  if (items.length === 0) throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing');
  check(store, params);
  const lines = makeLines(store, items, mode);
  const total = totalOf(store, lines);
  if (total.amount < 50) {
    throw invalid(
      `The Checkout Session's total amount due must add up to at least $0.50 ${total.currency}`,
      'line_items',
      'amount_too_small',
    );
  }
  const id = store.newId('checkout.session');
  const expiresAt = params.expires_at ?? store.now() + 24 * HOUR;
  const expiry = store.schedule(expiresAt, 'checkout.expire', id).id;
  store.setNote(id, {
    lines,
    intentData: params.payment_intent_data ?? {},
    subscriptionData: params.subscription_data ?? {},
    expiry,
  } satisfies SessionNote);
  return store.insert('checkout.session', newSession(store, id, params, mode, total, expiresAt));
}

function check(store: Store, params: ParsedShape<typeof sessionParams>): void {
  const { mode, customer, customer_email: mail, expires_at: expires } = params;
  if (customer && mail)
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer');
  if (customer) getActiveCustomer(store, customer, 'customer');
  if (params.payment_intent_data && mode !== 'payment') {
    throw invalid('You can not pass `payment_intent_data` in `subscription` mode.', 'payment_intent_data');
  }
  if (params.customer_creation && mode !== 'payment') {
    throw invalid('`customer_creation` can only be used in `payment` mode.', 'customer_creation');
  }
  if (params.subscription_data && mode !== 'subscription') {
    throw invalid('You can not pass `subscription_data` in `payment` mode.', 'subscription_data');
  }
  if (expires !== undefined && (expires < store.now() + HOUR / 2 || expires > store.now() + 24 * HOUR)) {
    throw invalid(
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
      'expires_at',
    );
  }
}
