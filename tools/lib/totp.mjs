import { generateSync } from 'otplib';

/** Returns the current authenticator code of a base32 secret (RFC 6238: SHA-1, 30 seconds). */
export function totp(secret, now = Date.now()) {
  return generateSync({ secret, epoch: Math.floor(now / 1000) });
}
