/**
 * Enhanced status codes (RFC 3463) of addresses that don't exist or were closed. Other permanent failures, for example of
 * a full mailbox, a blocked server or a text taken for spam, say nothing about the address.
 */
const goneAddress = /^5\.(?:1\.(?:1|2|3|6|10)|2\.1|4\.4)$/;

export function isGoneAddress(status: string): boolean {
  return goneAddress.test(status);
}

/** Returns the enhanced status code of an SMTP response, or an empty text. A bare 550 may be a blocked server. */
export function enhancedStatusOf(response: string): string {
  return /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response.trim())?.[1] ?? '';
}
