import type Stripe from 'stripe';
import { methodTypesFor, type MeansType } from '../payment-intents/create-intent.js';
import { changedMetadata } from '../requests/metadata.js';
import type { ParsedShape } from '../requests/params.js';
import type { Store } from '../store/store.js';
import type { sessionParams } from './create-session.js';

export function newSession(
  store: Store,
  id: string,
  params: ParsedShape<typeof sessionParams>,
  mode: 'payment' | 'subscription',
  { amount, currency: code }: { amount: number; currency: string },
  expiresAt: number,
): Stripe.Checkout.Session {
  const types = (params.allowed_payment_method_types ?? methodTypesFor(code)).filter(
    (type) => !params.excluded_payment_method_types?.includes(type),
  );
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: amount,
    amount_total: amount,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: store.now(),
    currency: code,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: params.customer ?? null,
    customer_account: null,
    customer_creation: mode === 'payment' ? (params.customer_creation ?? 'if_required') : 'always',
    customer_details: params.customer_email ? detailsOf(params.customer_email, null) : null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    ...(params.excluded_payment_method_types && {
      excluded_payment_method_types: params.excluded_payment_method_types,
    }),
    expires_at: expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation:
      mode === 'payment'
        ? {
            enabled: false,
            invoice_data: {
              account_tax_ids: null,
              custom_fields: null,
              description: null,
              footer: null,
              issuer: null,
              metadata: {},
              rendering_options: null,
            },
          }
        : null,
    livemode: false,
    locale: params.locale ?? null,
    managed_payments: null,
    metadata: changedMetadata({}, params.metadata),
    mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: mode === 'subscription' ? 'always' : 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: optionsOf(types),
    payment_method_types: types,
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${store.settings.url}/c/pay/${id}`,
    wallet_options: null,
  };
}

function optionsOf(types: readonly MeansType[]): Stripe.Checkout.Session.PaymentMethodOptions {
  return {
    ...(types.includes('card') && { card: { request_three_d_secure: 'automatic' } }),
    ...(types.includes('sepa_debit') && { sepa_debit: {} }),
    ...(types.includes('us_bank_account') && { us_bank_account: { verification_method: 'automatic' } }),
  };
}

export function detailsOf(mail: string | null, name: string | null): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email: mail,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}
