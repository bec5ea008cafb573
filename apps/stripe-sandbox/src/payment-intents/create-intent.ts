import type Stripe from 'stripe';
import type { TestPaymentMethod } from '../payment-methods/create-payment-method.js';
import { changedMetadata, type MetadataChanges } from '../requests/metadata.js';
import { addressOf, oneOf, type shippingDetails } from '../requests/params.js';
import { invalid } from '../requests/stripe-error.js';
import type { Store } from '../store/store.js';

export type MeansType = TestPaymentMethod['type'];
export const meansType = oneOf('card', 'us_bank_account', 'sepa_debit');

export interface IntentDetails {
  amount: number;
  currency: string;
  customer?: string | null;
  description?: string | null;
  metadata?: MetadataChanges;
  receipt_email?: string | null;
  setup_future_usage?: 'off_session' | 'on_session';
  statement_descriptor?: string | null;
  statement_descriptor_suffix?: string | null;
  allowed_payment_method_types?: MeansType[];
  capture_method?: 'automatic' | 'automatic_async' | 'manual';
  confirmation_method?: 'automatic' | 'manual';
  shipping?: ReturnType<(typeof shippingDetails)['read']>;
}

/** 50 cents: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const LEAST = 50;

export function createIntent(store: Store, details: IntentDetails): Stripe.PaymentIntent {
  if (details.amount < LEAST) {
    throw invalid(`Amount must be at least $0.50 ${details.currency}`, 'amount', 'amount_too_small');
  }
  const id = store.newId('payment_intent');
  const types = details.allowed_payment_method_types ?? methodTypesFor(details.currency);
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: details.allowed_payment_method_types ?? null,
    amount: details.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: details.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${store.random.randomText(24)}`,
    confirmation_method: details.confirmation_method ?? 'automatic',
    created: store.now(),
    currency: details.currency,
    customer: details.customer ?? null,
    customer_account: null,
    description: details.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: changedMetadata({}, details.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: optionsOf(types),
    payment_method_types: types,
    payment_record: null,
    processing: null,
    receipt_email: details.receipt_email ?? null,
    review: null,
    setup_future_usage: details.setup_future_usage ?? null,
    shipping: details.shipping
      ? { ...details.shipping, address: addressOf(details.shipping.address) as Stripe.Address }
      : null,
    source: null,
    statement_descriptor: details.statement_descriptor ?? null,
    statement_descriptor_suffix: details.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
  store.insert('payment_intent', intent);
  store.emit('payment_intent.created', intent);
  return intent;
}

export function methodTypesFor(currency: string): MeansType[] {
  if (currency === 'usd') return ['card', 'us_bank_account'];
  return currency === 'eur' ? ['card', 'sepa_debit'] : ['card'];
}

function optionsOf(types: readonly MeansType[]): Stripe.PaymentIntent.PaymentMethodOptions {
  return {
    ...(types.includes('card') && {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    }),
    ...(types.includes('sepa_debit') && { sepa_debit: {} }),
    ...(types.includes('us_bank_account') && { us_bank_account: { verification_method: 'automatic' } }),
  };
}
