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
