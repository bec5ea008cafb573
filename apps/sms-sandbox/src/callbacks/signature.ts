import { createHmac } from 'node:crypto';

/** Returns the `X-Twilio-Signature` header (https://www.twilio.com/docs/usage/security#validating-requests). */
export function signCallback(authToken: string, url: string, params: Readonly<Record<string, string>>): string {
  const sorted = Object.keys(params).sort();
  const text = url + sorted.map((name) => `${name}${params[name]}`).join('');
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}
