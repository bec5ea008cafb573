import type { ShiftOutcome } from './several-shifts';

/**
 * What the done page says, carried in its address. Nothing in it is personal or gives a right: whoever forges one
 * changes only what they read themselves.
 */
export interface Receipt {
  status: 'CONFIRMED' | 'WAITLISTED' | 'REFUSED';
  /** Of somebody whose address was confirmed before: nothing is left to confirm. */
  known: boolean;
  position: number | null;
  /** Number of guests on the shift or the waitlist. */
  guests: number;
  shiftId: string | null;
  /** Why a shift among several was refused: the code of the refusal. */
  refusal: string | null;
  /** Names the calendar entry of this sign-up, so that it is the same as in the mail. */
  signupId: string | null;
}

/** `c.<shift>.<sign-up>` for a place (`c2` with two guests), `w3.<shift>.<sign-up>` for number 3 on the waitlist (`w3g2` with two guests); a `k` first where nothing is to be confirmed. */
export function writeReceipt(
  signup: { id: string; status: string; position: number | null; guests: number },
  shiftId: string,
  known = false,
): string {
  const place =
    (known ? 'k' : '') +
    (signup.status === 'WAITLISTED'
      ? `w${signup.position ?? ''}${signup.guests ? `g${signup.guests}` : ''}`
      : `c${signup.guests || ''}`);
  return `${place}.${shiftId}.${signup.id}`;
}

/** The address of the done page after several shifts: one receipt for each, `x<CODE>.<shift>` where it was refused. */
export function writeReceipts(outcomes: readonly ShiftOutcome[], known: boolean): string {
  return outcomes
    .map(({ shiftId, signup, refusal }) =>
      signup ? writeReceipt(signup, shiftId, known) : `x${refusal?.code ?? ''}.${shiftId}`,
    )
    .map((receipt) => `r=${receipt}`)
    .join('&');
}

export function readReceipt(text: string | null): Receipt {
  const [, code, refused] = /^x([A-Z_]{0,40})\.([0-9a-fA-F-]{1,40})$/.exec(text ?? '') ?? [];
  if (code !== undefined && refused !== undefined) {
    return {
      known: false,
      status: 'REFUSED',
      guests: 0,
      position: null,
      shiftId: refused,
      refusal: code,
      signupId: null,
    };
  }
  const pattern = /^(k?)([cw])(\d{0,6})(?:g(\d{1,2}))?\.([0-9a-fA-F-]{1,40})(?:\.([0-9a-fA-F-]{1,40}))?$/;
  const [, known, kind, number, waiting, shiftId, signupId] = pattern.exec(text ?? '') ?? [];
  return {
    known: known === 'k',
    status: kind === 'w' ? 'WAITLISTED' : 'CONFIRMED',
    guests: Math.min(Number((kind === 'c' ? number : waiting) ?? 0), 20),
    position: kind !== 'w' || number === undefined || number === '' || number === '0' ? null : Number(number),
    shiftId: shiftId ?? null,
    refusal: null,
    signupId: signupId ?? null,
  };
}
