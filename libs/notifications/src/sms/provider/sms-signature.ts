import { Refusal } from '@upstander/platform';
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Verifies `X-Twilio-Signature`, an HMAC-SHA1 over the URL and the sorted form. It has no time, so a copy is accepted
 * again: what receives the form must be idempotent.
 * @see https://www.twilio.com/docs/usage/security#validating-requests
 * @throws Refusal SMS_NOT_SIGNED
 */
export function verifySmsSignature(
  header: string | undefined,
  { authTokens, url, form }: { authTokens: readonly string[]; url: string; form: URLSearchParams },
): void {
  const sorted = new URLSearchParams(form);
  sorted.sort();
  const text = url + [...sorted].map(([name, value]) => name + value).join('');
  const given = Buffer.from(header ?? '', 'base64');
  const isSigned = authTokens.some((token) => {
    const expected = createHmac('sha1', token).update(text, 'utf8').digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) throw new Refusal('SMS_NOT_SIGNED', 'This isn’t signed by the SMS provider.');
}
