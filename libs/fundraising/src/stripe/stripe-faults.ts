import Stripe from 'stripe';

/**
 * What a failed call to Stripe leaves us with. `unknown`: nobody knows whether it happened (the line broke, Stripe was
 * busy), so the same key asks again. `fault`: Stripe answered with a fault of its own, and would answer the same key
 * with the same fault. `refused`: Stripe understood and said no.
 */
export type StripeFault = 'unknown' | 'fault' | 'refused';

/** @throws the error itself when it is not one of Stripe's. */
export function faultOf(error: unknown): StripeFault {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  if (error instanceof Stripe.errors.StripeConnectionError) return 'unknown';
  if (error instanceof Stripe.errors.StripeRateLimitError || error.statusCode === 429 || error.statusCode === 409) {
    return 'unknown';
  }
  return (error.statusCode ?? 500) >= 500 ? 'fault' : 'refused';
}

/** Why, for the log: codes of Stripe's, of HTTP or of the network, never what somebody wrote. */
export function whyOf(error: unknown): string {
  const { type, statusCode, code, detail } = (error ?? {}) as Record<string, unknown>;
  const below = (detail as { code?: unknown } | null | undefined)?.code;
  return [type, statusCode, code, below].filter((one) => /^[\w.-]{1,60}$/.test(String(one ?? ''))).join(' ');
}
