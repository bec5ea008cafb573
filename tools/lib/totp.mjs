import { generateSync } from 'otplib';

/** RFC 6238: SHA-1, 30 seconds. */
export function totp(secret, now = Date.now()) {
  return generateSync({ secret, epoch: Math.floor(now / 1000) });
}
