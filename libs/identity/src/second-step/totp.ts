import { generateSecret, generateURI, verify } from 'otplib';

/** A new secret for an authenticator app: 160 bits in base32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** The address behind the QR code. */
export function totpUri(secret: string, issuer: string, email: string): string {
  return generateURI({ issuer, label: email, secret });
}

/**
 * The 30-second step a code stands for, or null when it is wrong. A code of the step before or after is taken too
 * (slow fingers, clocks that drift: RFC 6238 section 5.2), but none of `lastStep` or earlier: a code works once.
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
