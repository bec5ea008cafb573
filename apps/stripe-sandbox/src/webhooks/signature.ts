import { createHmac } from 'node:crypto';

/** Returns the `Stripe-Signature` header (https://docs.stripe.com/webhooks#verify-manually). */
export function signature(secret: string, body: string, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}
