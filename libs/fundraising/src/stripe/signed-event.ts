import { Refusal } from '@upstander/platform';
import Stripe from 'stripe';

/** How old a signature may be, and how far ahead a clock may be, in seconds. */
export const tolerance = 300;

/**
 * The event in a webhook's body, once its signature over these very bytes holds and its time is about now. The SDK
 * accepts a time in the future, which would let somebody keep a body for later: here it counts both ways.
 * @throws Refusal WEBHOOK_NOT_SIGNED, WEBHOOK_NOT_AN_EVENT.
 */
export function signedEvent(
  body: Buffer,
  header: string | undefined,
  { secret, now }: { secret: string; now: Date },
): Stripe.Event {
  const seconds = Number(/(?:^|,)\s*t=(\d{1,12})(?:,|$)/.exec(header ?? '')?.[1] ?? NaN);
  if (!header || !(Math.abs(now.valueOf() / 1000 - seconds) <= tolerance)) throw notSigned();
  let event: Stripe.Event;
  try {
    event = Stripe.webhooks.constructEvent(body, header, secret, tolerance, undefined, now.valueOf());
  } catch {
    // What the SDK says may quote the header; nobody needs to read it.
    throw notSigned();
  }
  if (!isEvent(event)) throw new Refusal('WEBHOOK_NOT_AN_EVENT', 'This is signed, but it is no event of Stripe.');
  return event;
}

/** A signature says who wrote it, and not what. */
function isEvent(event: unknown): event is Stripe.Event {
  const { id, type, created, data } = (event ?? {}) as Partial<Record<string, unknown>>;
  const { object } = (data ?? {}) as { object?: unknown };
  return typeof id === 'string' && typeof type === 'string' && Number.isSafeInteger(created) && isObject(object);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function notSigned(): Refusal {
  return new Refusal('WEBHOOK_NOT_SIGNED', 'This is not signed by Stripe, or too long ago.');
}
