/**
 * What the done page says, carried in its address. Nothing in it is personal or gives a right: whoever forges one
 * changes only what they read themselves.
 */
export interface Receipt {
  status: 'CONFIRMED' | 'WAITLISTED';
  position: number | null;
  shiftId: string | null;
}

/** `c.<shift>` for a place, `w3.<shift>` for the third in line. */
export function writeReceipt(status: string, position: number | null, shiftId: string): string {
  return status === 'WAITLISTED' ? `w${position ?? ''}.${shiftId}` : `c.${shiftId}`;
}

export function readReceipt(text: string | null): Receipt {
  const [, kind, number, shiftId] = /^([cw])(\d{0,6})\.([0-9a-fA-F-]{1,40})$/.exec(text ?? '') ?? [];
  return {
    status: kind === 'w' ? 'WAITLISTED' : 'CONFIRMED',
    position: number === undefined || number === '' || number === '0' ? null : Number(number),
    shiftId: shiftId ?? null,
  };
}
