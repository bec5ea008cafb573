import Stripe from 'stripe';

/**
 * Outcome of a failed call to Stripe. `unknown`: it may have taken effect (connection lost, rate
 * limit), so retry with the same key. `fault`: Stripe had an internal error and would repeat it for the same key.
 * `refused`: Stripe rejected the request.
 */
export type StripeFault = 'unknown' | 'fault' | 'refused';

/** @throws the error itself if it isn't from Stripe */
export function faultOf(error: unknown): StripeFault {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  if (error instanceof Stripe.errors.StripeConnectionError) return 'unknown';
  if (error instanceof Stripe.errors.StripeRateLimitError || error.statusCode === 429 || error.statusCode === 409) {
    return 'unknown';
  }
  return (error.statusCode ?? 500) >= 500 ? 'fault' : 'refused';
}

/** Returns error codes of Stripe, HTTP or the network for the log. User input is never included. */
export function errorCodesOf(error: unknown): string {
  const { type, statusCode, code, detail } = (error ?? {}) as Record<string, unknown>;
  const cause = (detail as { code?: unknown } | null | undefined)?.code;
  return [type, statusCode, code, cause].filter((one) => /^[\w.-]{1,60}$/.test(String(one ?? ''))).join(' ');
}
