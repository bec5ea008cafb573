import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Tx } from '@upstander/platform';
import type { ChangedData } from '../signups/mail-names.js';
import { Safeguarding } from '../safeguarding/safeguarding.service.js';
import type { LockedSignup } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import { signUpClosed } from '../batch/eligibility.js';
import { shiftTables } from '../shifts/shift-joins.js';
import { changeCounts } from '../shifts/shift-spots.js';

interface ShiftRecord {
  id: string;
  event_id: string;
  role: string;
  starts_at: Date;
  ends_at: Date;
  has_place: boolean;
  is_open: boolean;
  capacity: number;
  sequence: number;
}

@Injectable()
export class SignupMoves {
  constructor(
    private readonly clock: Clock,
    private readonly waitlist: Waitlist,
    private readonly safeguarding: Safeguarding,
  ) {}

  /** Moves a sign-up; both shifts must be locked. @throws Refusal SHIFT_OF_ANOTHER_EVENT, SIGN_UP_CLOSED, SHIFT_FULL */
  async move(tx: Tx, signup: LockedSignup, toShiftId: string, overlapReason: string | null): Promise<void> {
    const shifts = await tx.query<ShiftRecord & Record<string, unknown>>(
      `SELECT s.id, s.event_id, s.role, s.starts_at, s.ends_at, s.capacity, s.taken + $3 <= s.capacity AS has_place,
         e.status = 'published' AND s.starts_at > $2 AS is_open, e.sequence FROM ${shiftTables} WHERE s.id = ANY ($1)`,
      [[signup.shiftId, toShiftId], this.clock.now(), 1 + signup.guests],
    );
    const from = shifts.find(({ id }) => id === signup.shiftId);
    const to = shifts.find(({ id }) => id === toShiftId);
    if (!from || !to?.is_open) throw signUpClosed();
    if (from.event_id !== to.event_id) {
      throw new Refusal('SHIFT_OF_ANOTHER_EVENT', 'You can only move people between shifts of the same event.');
    }
    if (!to.has_place) throw new Refusal('SHIFT_FULL', 'That shift is full.', { capacity: to.capacity });

    const places = 1 + signup.guests;
    await changeCounts(tx, from.id, signup.status === 'waitlisted' ? { waiting: -1 } : { taken: -places });
    await changeCounts(tx, to.id, { taken: places });
    const [row] = await tx.query<{ moves: number }>(
      `UPDATE events.signup SET shift_id = $2, status = 'confirmed', during = tstzrange($3, $4, '[)'), line_number = NULL,
         offer_expires_at = NULL, expires_at = least(expires_at, $3), overlap_reason = $5, moves = moves + 1
       WHERE id = $1 RETURNING moves`,
      [signup.id, to.id, to.starts_at, to.ends_at, overlapReason],
    );
    await this.waitlist.offerPlaces(tx, [from.id]);
    await this.safeguarding.notifyOfBreaches(tx, [{ signupId: signup.id, shiftId: from.id }]);
    const part = String(to.sequence + (row?.moves ?? 1));
    await this.waitlist.notify(tx, signup, {
      template: 'signup-changed',
      data: { before: differences(from, to) },
      part,
    });
  }
}

function differences(from: ShiftRecord, to: ShiftRecord): ChangedData['before'] {
  const before: ChangedData['before'] = {};
  if (from.role !== to.role) before.role = from.role;
  if (from.starts_at.valueOf() !== to.starts_at.valueOf()) before.startsAt = from.starts_at.toISOString();
  if (from.ends_at.valueOf() !== to.ends_at.valueOf()) before.endsAt = from.ends_at.toISOString();
  return before;
}
