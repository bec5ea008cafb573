import { generateSecret, generateURI, verify } from 'otplib';

/** Returns 160 bits in base32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

export function totpUri(secret: string, issuer: string, email: string): string {
  return generateURI({ issuer, label: email, secret });
}

/**
 * Returns the 30-second step of a code, or null if it is wrong or used.
 * Accepts the previous and next step for slow typing and clock drift (RFC 6238 section 5.2), but no step up to
 * `lastStep`.
 */
export async function stepOfCode(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): Promise<number | null> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.valueOf() / 1000);
  const result = await verify({ strategy: 'totp', secret, token, epoch, epochTolerance: 30 });
  if (!result.valid || !('timeStep' in result)) return null;
  return lastStep !== null && result.timeStep <= lastStep ? null : result.timeStep;
}
