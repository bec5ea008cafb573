import type { Answer, Outcome } from '../requests/http.js';
import { TwilioError } from '../requests/twilio-error.js';

/** The first five are those of Twilio's test credentials. */
const refusals: Record<string, [code: number, message: string]> = {
  '+15005550001': [21_211, "Invalid 'To' Phone Number"],
  '+15005550002': [21_612, "The 'To' phone number is not currently reachable via SMS"],
  '+15005550003': [21_408, 'Permission to send an SMS has not been enabled for the region of the number'],
  '+15005550004': [21_610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21_614, "'To' number is not a valid mobile number"],
};

/** Accepted, and then undelivered with this code. */
export const undeliverable: Readonly<Record<string, number>> = {
  '+15005550103': 30_003,
  '+15005550106': 30_006,
  '+15005550107': 30_007,
};

export const senderRefusals: Readonly<Record<string, [code: number, message: string]>> = {
  '+15005550001': [21_212, "Invalid 'From' Phone Number"],
  '+15005550007': [21_606, "The 'From' number isn't a valid message-capable number for this account"],
  '+15005550008': [21_611, "This 'From' number has exceeded the maximum number of queued messages"],
};

const html: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Gateway page</body></html>',
};

/** Returns a failure that comes before the text is accepted, or null. @throws TwilioError */
export function failBefore(to: string): Outcome | null {
  const refusal = refusals[to];
  if (refusal) throw new TwilioError(400, ...refusal);
  if (to === '+15005550129') throw new TwilioError(429, 20_429, 'Too Many Requests', { 'retry-after': '2' });
  if (to === '+15005550150') throw new TwilioError(500, 20_500, 'Internal Server Error');
  return to === '+15005550151' ? html : null;
}

/** The text is accepted, but the client doesn't learn that. */
export function failAfter(to: string): Outcome | null {
  if (to === '+15005550152') return 'silence';
  return to === '+15005550153' ? 'cut' : null;
}
