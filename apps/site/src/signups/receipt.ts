/**
 * What the done page says, carried in its address. Nothing in it is personal or gives a right: whoever forges one
 * changes only what they read themselves.
 */
export interface Receipt {
  status: 'CONFIRMED' | 'WAITLISTED';
  /** Of somebody whose address was confirmed before: nothing is left to confirm. */
  known: boolean;
  position: number | null;
  /** How many come along; of whoever waits it is not said. */
  guests: number;
  shiftId: string | null;
  /** Names the calendar entry of this sign-up, so that it is the same as in the mail. */
  signupId: string | null;
}

/** `c.<shift>.<sign-up>` for a place (`c2` with two guests), `w3.<shift>.<sign-up>` for number 3 on the waitlist; a `k` first where nothing is to be confirmed. */
export function writeReceipt(
  signup: { id: string; status: string; position: number | null; guests: number },
  shiftId: string,
  known = false,
): string {
  const place =
    (known ? 'k' : '') + (signup.status === 'WAITLISTED' ? `w${signup.position ?? ''}` : `c${signup.guests || ''}`);
  return `${place}.${shiftId}.${signup.id}`;
}

export function readReceipt(text: string | null): Receipt {
  const pattern = /^(k?)([cw])(\d{0,6})\.([0-9a-fA-F-]{1,40})(?:\.([0-9a-fA-F-]{1,40}))?$/;
  const [, known, kind, number, shiftId, signupId] = pattern.exec(text ?? '') ?? [];
  return {
    known: known === 'k',
    status: kind === 'w' ? 'WAITLISTED' : 'CONFIRMED',
    guests: kind === 'c' ? Math.min(Number(number ?? 0), 20) : 0,
    position: kind !== 'w' || number === undefined || number === '' || number === '0' ? null : Number(number),
    shiftId: shiftId ?? null,
    signupId: signupId ?? null,
  };
}
