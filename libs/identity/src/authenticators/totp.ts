import { generateSecret, generateURI, verify } from 'otplib';

/** Returns 160 bits in base32, as RFC 4226 recommends. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

export function totpUri(secret: string, issuer: string, email: string): string {
  return generateURI({ issuer, label: email, secret });
}

/** State of an authenticator app. Steps count 30 seconds since 1970. */
export interface TotpState {
  /** False until the first code of a new secret. */
  readonly isSetUp: boolean;
  /** Step of the last accepted code: it and earlier ones are never accepted again. */
  readonly lastStep: number | null;
  /** Steps that the app's clock is ahead of ours: -1, 0 or 1. */
  readonly drift: number | null;
  /** Step of a right code that was not the expected one. */
  readonly pendingStep: number | null;
}

export type TotpCheck =
  | { outcome: 'accepted'; step: number; drift: number }
  | { outcome: 'next-code-needed'; step: number }
  | { outcome: 'wrong' };

/**
 * Accepts only the code of one step, so that it lives 30 seconds (ASVS 6.5.5): the current one, shifted by the drift of
 * the app (RFC 6238 section 6). A code of the step before or after asks for the next code; both in a row prove the new
 * drift. The first code of a new secret sets the drift.
 */
export async function checkCode(secret: string, code: string, now: Date, state: TotpState): Promise<TotpCheck> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return { outcome: 'wrong' };
  const epoch = Math.floor(now.valueOf() / 1000);
  const result = await verify({ strategy: 'totp', secret, token, epoch, epochTolerance: 30 });
  if (!result.valid || !('timeStep' in result)) return { outcome: 'wrong' };
  const step = result.timeStep;
  if (state.lastStep !== null && step <= state.lastStep) return { outcome: 'wrong' };
  const drift = step - Math.floor(epoch / 30);
  const isExpected = drift === (state.drift ?? 0);
  const isNext = state.pendingStep !== null && step === state.pendingStep + 1;
  return !state.isSetUp || isExpected || isNext
    ? { outcome: 'accepted', step, drift }
    : { outcome: 'next-code-needed', step };
}
