import { Injectable } from '@nestjs/common';
import { Clock, Config, JobQueue, type Tx } from '@upstander/platform';
import type { NotifiedChange } from './event-consequences.js';
import { lockShiftsById } from '../shifts/shift-store.js';
import { joinVolunteer } from '@upstander/volunteers';

export interface ChangedShift {
  shiftId: string;
  /** Previous values of the changed fields, as shown in the email. Timestamps are ISO text in UTC. */
  before: NotifiedChange & { role?: string; startsAt?: string; endsAt?: string; timeZone?: string };
}

/**
 * Applies changes of an event to its sign-ups.
 * Methods run in the caller's transaction, after the new values were written. Shifts are always locked in ID order
 * before any other lock: call `lock` first to write more than one.
 */
@Injectable()
export class ShiftChanges {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
  ) {}

  /** Locks these shifts until the transaction ends, so no sign-up, cancellation or offer intervenes. */
  async lock(tx: Tx, shiftIds: readonly string[]): Promise<void> {
    await lockShiftsById(tx, shiftIds);
  }

  /**
   * Updates sign-ups after their shifts changed. Each active one gets one `signup-changed` email per event `sequence`.
   * If the new time overlaps another shift of the volunteer, both are kept and marked `shift moved`.
   */
  async recordMoves(tx: Tx, sequence: number, shifts: readonly ChangedShift[]): Promise<void> {
    await tx.query('SELECT events.follow_shifts($1, $2, $3)', [JSON.stringify(shifts), sequence, this.clock.now()]);
    this.enqueueAfter(tx);
  }

  /** Counts the people that `recordMoves` would notify. */
  async countAffectedPeople(tx: Tx, shiftIds: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ people: number }>(
      `SELECT count(*)::integer AS people FROM events.signup u ${joinVolunteer('u')}
       WHERE u.shift_id = ANY ($1) AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.repeat_of IS NULL
         AND v.email IS NOT NULL`,
      [shiftIds],
    );
    return row?.people ?? 0;
  }

  /** Cancels all active sign-ups of a canceled event and notifies each person once. */
  async eventCancelled(tx: Tx, eventId: string): Promise<void> {
    await tx.query('SELECT events.cancel_signups_of_event($1, $2)', [eventId, this.clock.now()]);
    this.enqueueAfter(tx);
  }

  /** Offers the added places of these shifts to the waitlist. */
  async capacityRaised(tx: Tx, shiftIds: readonly string[]): Promise<void> {
    await tx.query('SELECT events.offer_places($1, $2, $3)', [shiftIds, this.clock.now(), this.config.OFFER_HOURS]);
    this.enqueueAfter(tx);
  }

  private enqueueAfter(tx: Tx): void {
    tx.afterCommit(() => this.queue.enqueue('deliver-due-mail'));
  }
}
