import type Stripe from 'stripe';
import type { Decline } from '../payment-methods/cards.js';
import { idOf } from '../store/objects.js';
import type { Store } from '../store/store.js';

/** Pending for a bank that responds days later. */
export interface ChargeOutcome {
  status: 'succeeded' | 'pending' | 'failed';
  decline?: Decline | null;
  authenticated?: boolean;
}

export function newCharge(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { status, decline = null, authenticated = false }: ChargeOutcome,
): Stripe.Charge {
  const paid = status === 'succeeded';
  const captured = paid && intent.capture_method !== 'manual';
  // Charges of bank accounts have IDs from the time when they were called payments.
  const id = method.card ? store.newId('charge') : store.newId('charge').replace(/^ch_/, 'py_');
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'LOCAL STRIPE',
    captured,
    created: store.now(),
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline, method),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: method.card
      ? { card: cardDetails(intent, method, authenticated), type: 'card' }
      : accountDetails(method),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `https://pay.stripe.com/receipts/payment/${id}` : null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status,
    transfer_data: null,
    transfer_group: null,
  };
}

function outcomeOf(decline: Decline | null, { card }: Stripe.PaymentMethod): Stripe.Charge.Outcome {
  if (!card) return bankOutcome;
  return {
    advice_code: decline?.advice ?? null,
    network_advice_code: decline ? '01' : null,
    network_decline_code: decline ? '05' : null,
    network_status: decline ? 'declined_by_network' : 'approved_by_network',
    reason: decline?.declineCode ?? null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: decline ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
    type: decline ? 'issuer_declined' : 'authorized',
  };
}

const bankOutcome: Stripe.Charge.Outcome = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: 'approved_by_network',
  reason: null,
  risk_level: 'not_assessed',
  seller_message: 'Payment complete.',
  type: 'authorized',
};

function cardDetails(
  { amount }: Stripe.PaymentIntent,
  { card }: Stripe.PaymentMethod,
  authenticated: boolean,
): Stripe.Charge.PaymentMethodDetails.Card {
  const { brand, exp_month, exp_year, fingerprint, last4 } = card as Stripe.PaymentMethod.Card;
  return {
    amount_authorized: amount,
    authorization_code: '123456',
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    electronic_commerce_indicator: null,
    exp_month,
    exp_year,
    extended_authorization: { status: 'disabled' },
    fingerprint,
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4,
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: brand,
    network_token: { used: false },
    network_transaction_id: '104102978678771',
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          exemption_indicator: null,
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: null,
  };
}

function accountDetails({ us_bank_account: us, sepa_debit: sepa, type }: Stripe.PaymentMethod) {
  if (us) {
    const { networks: _networks, status_details: _status, financial_connections_account: _account, ...plain } = us;
    return { type, us_bank_account: { ...plain, payment_reference: null } };
  }
  const { generated_from: _from, ...plain } = sepa as Stripe.PaymentMethod.SepaDebit;
  return { type, sepa_debit: { ...plain, mandate: null } };
}
