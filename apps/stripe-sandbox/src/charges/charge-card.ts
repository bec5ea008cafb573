import type Stripe from 'stripe';
import { move } from '../balance/balance-transactions.js';
import { cardOf, declineOf, type Card, type Decline } from '../payment-methods/cards.js';
import type { PaymentMethodNote } from '../payment-methods/payment-methods.js';
import { idOf } from '../store/objects.js';
import { feeOf } from '../store/settings.js';
import type { Store } from '../store/store.js';

export interface Charging {
  /** Why it failed; null when the money came. */
  decline: Decline | null;
  charge: Stripe.Charge;
}

/**
 * Charges the card behind a payment method for a payment intent. The money's movement on the balance is there at once,
 * but the charge names it a moment later, in `charge.updated`, as Stripe does since captures are asynchronous.
 */
export function chargeCard(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
): Charging {
  const { number, charged = false } = store.note<PaymentMethodNote>(method.id);
  const card = cardOf(number ?? '') as Card;
  const decline = declineOf(card, charged);
  const charge = store.insert('charge', newCharge(store, intent, method, decline, authenticated));
  if (decline) {
    store.emit('charge.failed', charge);
    return { decline, charge };
  }
  store.setNote(method.id, { charged: true });
  store.emit('charge.succeeded', charge);
  return { decline, charge };
}

/** The movement of a charge that succeeded. */
export function settleCharge(store: Store, id: string): Stripe.Charge {
  const charge = store.get('charge', id);
  const transaction = move(store, {
    type: 'charge',
    category: 'charge',
    amount: charge.amount,
    fee: feeOf(charge.amount, store.settings),
    currency: charge.currency,
    source: id,
    description: charge.description,
  });
  const settled = store.update('charge', id, { balance_transaction: transaction.id });
  store.emit('charge.updated', settled, { balance_transaction: null });
  return settled;
}

function newCharge(
  store: Store,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline | null,
  authenticated: boolean,
): Stripe.Charge {
  const paid = decline === null;
  const id = store.newId('charge');
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'LOCAL STRIPE',
    captured: paid,
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
    outcome: outcomeOf(decline),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { card: cardDetails(intent, method, authenticated), type: 'card' },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `https://pay.stripe.com/receipts/payment/${id}` : null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  };
}

function outcomeOf(decline: Decline | null): Stripe.Charge.Outcome {
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
