import type { ShiftOutcome } from './several-shifts';

/**
 * Contents of the confirmation page, carried in its address.
 * They are not personal and grant nothing, so a forged one affects only its own reader.
 */
export interface Receipt {
  status: 'CONFIRMED' | 'WAITLISTED' | 'REFUSED';
  /** True if the address was verified before, so that nothing is left to verify. */
  isKnown: boolean;
  position: number | null;
  guests: number;
  shiftId: string | null;
  /** Refusal code of this shift, if there were several. */
  refusal: string | null;
  /** ID for the calendar entry, so that it matches the one in the email. */
  signupId: string | null;
}

/**
 * Returns the receipt of a sign-up: `c.<shift>.<sign-up>` for a place (`c2` with two guests).
 * `w3.<shift>.<sign-up>` is number 3 on the waitlist (`w3g2` with two guests). Starts with `k` if nothing is left to
 * verify.
 */
export function writeReceipt(
  signup: { id: string; status: string; position: number | null; guests: number },
  shiftId: string,
  isKnown = false,
): string {
  const place =
    (isKnown ? 'k' : '') +
    (signup.status === 'WAITLISTED'
      ? `w${signup.position ?? ''}${signup.guests ? `g${signup.guests}` : ''}`
      : `c${signup.guests || ''}`);
  return `${place}.${shiftId}.${signup.id}`;
}

/**
 * Returns the confirmation address after several shifts, with a receipt for each.
 * Refused ones are `x<CODE>.<shift>`.
 */
export function writeReceipts(outcomes: readonly ShiftOutcome[], isKnown: boolean): string {
  return outcomes
    .map(({ shiftId, signup, refusal }) =>
      signup ? writeReceipt(signup, shiftId, isKnown) : `x${refusal?.code ?? ''}.${shiftId}`,
    )
    .map((receipt) => `r=${receipt}`)
    .join('&');
}

export function readReceipt(text: string | null): Receipt {
  const [, code, refusalCode] = /^x([A-Z_]{0,40})\.([0-9a-fA-F-]{1,40})$/.exec(text ?? '') ?? [];
  if (code !== undefined && refusalCode !== undefined) {
    return {
      isKnown: false,
      status: 'REFUSED',
      guests: 0,
      position: null,
      shiftId: refusalCode,
      refusal: code,
      signupId: null,
    };
  }
  const pattern = /^(k?)([cw])(\d{0,6})(?:g(\d{1,2}))?\.([0-9a-fA-F-]{1,40})(?:\.([0-9a-fA-F-]{1,40}))?$/;
  const [, knownFlag, kind, number, waiting, shiftId, signupId] = pattern.exec(text ?? '') ?? [];
  return {
    isKnown: knownFlag === 'k',
    status: kind === 'w' ? 'WAITLISTED' : 'CONFIRMED',
    guests: Math.min(Number((kind === 'c' ? number : waiting) ?? 0), 39),
    position: kind !== 'w' || number === undefined || number === '' || number === '0' ? null : Number(number),
    shiftId: shiftId ?? null,
    refusal: null,
    signupId: signupId ?? null,
  };
}
