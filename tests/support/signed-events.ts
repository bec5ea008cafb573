import { randomUUID } from 'node:crypto';
import Stripe from 'stripe';
import type { TestApp } from './app.js';

/** Signed events like Stripe's, for tests that don't need a local Stripe. */

export interface ChargeParts {
  giftId?: string | null;
  id?: string;
  paymentIntentId?: string;
  amount?: number;
  currency?: string;
  at?: Date;
}

const seconds = (at: Date) => Math.floor(at.valueOf() / 1000);
const externalId = (prefix: string) => `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 24)}`;

export function aCharge(app: TestApp, charge: ChargeParts = {}): Record<string, unknown> {
  return {
    id: charge.id ?? externalId('ch'),
    object: 'charge',
    amount: charge.amount ?? 5_000,
    amount_captured: charge.amount ?? 5_000,
    currency: charge.currency ?? 'usd',
    created: seconds(charge.at ?? app.clock.now()),
    payment_intent: charge.paymentIntentId ?? externalId('pi'),
    metadata: charge.giftId ? { gift_id: charge.giftId } : {},
    billing_details: { name: 'Ana Maria Reyes Billing', email: 'billing@example.org' },
    paid: true,
    status: 'succeeded',
  };
}

export function anEventOf(
  app: TestApp,
  type: string,
  object: Record<string, unknown>,
  parts: { id?: string; at?: Date } = {},
): Record<string, unknown> {
  return {
    id: parts.id ?? externalId('evt'),
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: seconds(parts.at ?? app.clock.now()),
    livemode: false,
    type,
    data: { object },
  };
}

/** Returns the signature header of a body, by default for now and with the right secret. */
export function signatureOf(app: TestApp, body: string, parts: { at?: Date; secret?: string } = {}): string {
  return Stripe.webhooks.generateTestHeaderString({
    payload: body,
    secret: parts.secret ?? app.config.STRIPE_WEBHOOK_SECRET!,
    timestamp: seconds(parts.at ?? app.clock.now()),
  });
}

export async function deliver(
  app: TestApp,
  event: Record<string, unknown>,
  parts: { at?: Date; secret?: string; signature?: string | null; body?: string } = {},
): Promise<number> {
  const body = parts.body ?? JSON.stringify(event);
  const signature = parts.signature === undefined ? signatureOf(app, body, parts) : parts.signature;
  const response = await fetch(`${app.url}/webhooks/stripe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(signature !== null && { 'stripe-signature': signature }) },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}
