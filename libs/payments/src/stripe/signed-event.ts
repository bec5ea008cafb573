import { Refusal } from '@upstander/platform';
import Stripe from 'stripe';

/** Maximum difference between the signature's time and ours, in seconds. */
export const tolerance = 300;

/**
 * Verifies the signature of a webhook's raw body and returns its event. The SDK accepts timestamps in
 * the future, which would allow delayed replays, so both directions are checked here.
 * @throws Refusal WEBHOOK_NOT_SIGNED; WEBHOOK_NOT_AN_EVENT
 */
export function parseSignedEvent(
  body: Buffer,
  header: string | undefined,
  { secret, now }: { secret: string; now: Date },
): Stripe.Event {
  const seconds = Number(/(?:^|,)\s*t=(\d{1,12})(?:,|$)/.exec(header ?? '')?.[1] ?? NaN);
  if (!header || !(Math.abs(now.valueOf() / 1000 - seconds) <= tolerance)) throw notSignedRefusal();
  let event: Stripe.Event;
  try {
    event = Stripe.webhooks.constructEvent(body, header, secret, tolerance, undefined, now.valueOf());
  } catch {
    // The SDK's message may quote the header, so it is dropped.
    throw notSignedRefusal();
  }
  if (!isEvent(event)) throw new Refusal('WEBHOOK_NOT_AN_EVENT', 'This is signed, but it isn’t a Stripe event.');
  return event;
}

/** A valid signature doesn't guarantee the format. */
function isEvent(event: unknown): event is Stripe.Event {
  const { id, type, created, data } = (event ?? {}) as Partial<Record<string, unknown>>;
  const { object } = (data ?? {}) as { object?: unknown };
  return typeof id === 'string' && typeof type === 'string' && Number.isSafeInteger(created) && isObject(object);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function notSignedRefusal(): Refusal {
  return new Refusal('WEBHOOK_NOT_SIGNED', 'This isn’t signed by Stripe, or the signature is too old.');
}
