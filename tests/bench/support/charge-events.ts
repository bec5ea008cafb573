import { createHmac } from 'node:crypto';

/** Returns a `charge.succeeded` event for a gift, as long as Stripe's own. */
export function chargeEvent(n: number, giftId: string, amount: number, at: Date): string {
  const id = n.toString(36).padStart(24, '0');
  const created = Math.floor(at.valueOf() / 1000);
  const charge = {
    id: `ch_${id}`,
    object: 'charge',
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: { city: null, country: 'US', line1: null, line2: null, postal_code: '90001', state: null },
      email: `donor-${n}@example.org`,
      name: `Ana Reyes ${n}`,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'WOMENS RIGHTS GROUP',
    captured: true,
    created,
    currency: 'usd',
    customer: null,
    description: "Women's Rights Group",
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: { gift_id: giftId },
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      risk_score: 12,
      seller_message: 'Payment complete.',
      type: 'authorized',
    },
    paid: true,
    payment_intent: `pi_${id}`,
    payment_method: `pm_${id}`,
    payment_method_details: {
      card: {
        amount_authorized: amount,
        authorization_code: null,
        brand: 'visa',
        checks: { address_line1_check: null, address_postal_code_check: 'pass', cvc_check: 'pass' },
        country: 'US',
        exp_month: 12,
        exp_year: 2034,
        extended_authorization: { status: 'disabled' },
        fingerprint: 'Xt5EWLLDS7FJjR1c',
        funding: 'credit',
        incremental_authorization: { status: 'unavailable' },
        installments: null,
        last4: '4242',
        mandate: null,
        multicapture: { status: 'unavailable' },
        network: 'visa',
        network_token: { used: false },
        network_transaction_id: '104102105114116',
        overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
        regulated_status: 'unregulated',
        three_d_secure: null,
        wallet: null,
      },
      type: 'card',
    },
    radar_options: {},
    receipt_email: null,
    receipt_number: null,
    receipt_url: `https://pay.stripe.com/receipts/payment/${id}`,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
  };
  return JSON.stringify({
    id: `evt_${id}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created,
    data: { object: charge },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'charge.succeeded',
  });
}

/** Returns the header line with Stripe's signature of a body. */
export function signatureLine(body: string, secret: string, at: Date): string {
  const t = Math.floor(at.valueOf() / 1000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return `stripe-signature: t=${t},v1=${v1}\r\n`;
}
