import { Refusal } from '@upstander/platform';
import Stripe from 'stripe';

/** How old a signature may be, and how far ahead a clock may be, in seconds. */
export const tolerance = 300;

/**
 * The event in a webhook's body, once its signature over these very bytes holds and its time is about now. The SDK
 * accepts a time in the future, which would let somebody keep a body for later: here it counts both ways.
 * @throws Refusal WEBHOOK_NOT_SIGNED.
 */
export function signedEvent(
  body: Buffer,
  header: string | undefined,
  { secret, now }: { secret: string; now: Date },
): Stripe.Event {
  const seconds = Number(/(?:^|,)\s*t=(\d{1,12})(?:,|$)/.exec(header ?? '')?.[1] ?? NaN);
  if (!header || !(Math.abs(now.valueOf() / 1000 - seconds) <= tolerance)) throw notSigned();
  try {
    return Stripe.webhooks.constructEvent(body, header, secret, tolerance, undefined, now.valueOf());
  } catch {
    // What the SDK says may quote the header; nobody needs to read it.
    throw notSigned();
  }
}

function notSigned(): Refusal {
  return new Refusal('WEBHOOK_NOT_SIGNED', 'This is not signed by Stripe, or too long ago.');
}
