import { generateSync } from 'otplib';

/** The six digits that an authenticator app shows now for this base32 secret (RFC 6238: SHA-1, 30 seconds). */
export function totp(secret, now = Date.now()) {
  return generateSync({ secret, epoch: Math.floor(now / 1000) });
}
