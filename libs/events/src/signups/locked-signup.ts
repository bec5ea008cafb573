import { selectList, type Tx } from '@upstander/platform';
import type { EventStatus } from '../events/event-status.js';
import type { SignupStatus } from './signup-status.js';
import type { SignUpReceipt } from './my-signup.js';
import { Signup } from './signup.entity.js';
import { signupTables } from '../shifts/shift-joins.js';
import { lockShiftsOfSignups } from '../shifts/shift-store.js';
import { joinVolunteer } from '@upstander/volunteers';

/** Status, address and waitlist cannot change until the transaction ends. */
export interface LockedSignup extends Pick<Signup, (typeof lockedColumns)[number]> {
  eventId: string;
  chapterId: string;
  /** Null for a walk-in without an address. */
  email: string | null;
  startsAt: Date;
  endsAt: Date;
  minimumAge: number | null;
  eventStatus: EventStatus;
}

const lockedColumns = [
  'id',
  'shiftId',
  'volunteerId',
  'name',
  'phone',
  'locale',
  'status',
  'verifiedAt',
  'expiresAt',
  'offerExpiresAt',
  'repeatOf',
  'tokenVersion',
  'guests',
  'guestNames',
  'groupName',
  'minorGuests',
  'absentGuests',
  'acceptsFewerGuests',
  'birthYear',
  'bornBy',
  'madeWith',
] as const;
const select = `
  SELECT ${selectList(Signup, 'u', lockedColumns)}, s.event_id AS "eventId", e.chapter_id AS "chapterId", v.email,
    s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.minimum_age AS "minimumAge", e.status AS "eventStatus"
  FROM ${signupTables} ${joinVolunteer('u')} WHERE u.id = $1`;

/**
 * Locks the sign-up's shift, plus the shifts in `also`, in ID order, then reads the sign-up. Returns null if there is
 * none.
 */
export async function lockSignup(
  tx: Tx,
  id: string,
  additionalShiftIds: readonly string[] = [],
): Promise<LockedSignup | null> {
  for (;;) {
    const locked = await lockShiftsOfSignups(tx, [id], additionalShiftIds);
    const [signup] = await tx.query<LockedSignup>(`${select} FOR NO KEY UPDATE OF u`, [id]);
    if (!signup) return null;
    // An organizer may have moved the sign-up to another shift while this transaction waited for the lock.
    if (locked.includes(signup.shiftId)) return signup;
  }
}

/** Waits for merges and erasures of volunteers that are in progress, so that addresses are read in their final state. */
export async function waitForMerges(tx: Tx): Promise<void> {
  await tx.query('LOCK TABLE events.signup IN ROW EXCLUSIVE MODE');
}

/** Confirms a sign-up that was offered a spot. */
export async function acceptOffer(tx: Tx, id: string): Promise<void> {
  await tx.query(`UPDATE events.signup SET status = 'confirmed', offer_expires_at = NULL WHERE id = $1`, [id]);
}

/** SQL: the waitlist position of sign-up `u`, or null if it is not waitlisted. */
export const waitlistPosition = `CASE WHEN u.status = 'waitlisted' THEN (
  SELECT count(*)::integer FROM events.signup a
  WHERE a.shift_id = u.shift_id AND a.status = 'waitlisted' AND a.line_number <= u.line_number
) END`;

export function isActive(signup: { status: SignupStatus }): boolean {
  return signup.status === 'confirmed' || signup.status === 'waitlisted' || signup.status === 'offered';
}

export async function receiptOf(tx: Tx, id: string): Promise<SignUpReceipt> {
  const [receipt] = await tx.query<{ id: string; status: SignupStatus; position: number | null; guests: number }>(
    `SELECT u.id, u.status, u.guests, ${waitlistPosition} AS position FROM events.signup u WHERE u.id = $1`,
    [id],
  );
  if (!receipt) throw new Error('A sign-up that was just locked is gone.');
  return receipt;
}
