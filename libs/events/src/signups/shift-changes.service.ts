import { Injectable } from '@nestjs/common';
import { Clock, Config, JobQueue, type Tx } from '@upstander/platform';
import type { ChangedData } from '../mails/mail-names.js';

/** A shift whose time, place or role is no longer what people were told. */
export interface ChangedShift {
  shiftId: string;
  /** What it was before, as the mail about it says; only what did change. */
  before: ChangedData['before'];
}

/**
 * What a change of an event does to the people on it. Each method works inside the caller's transaction, on the rows as
 * the caller has already written them, and rings for the mail once that is committed.
 *
 * Everybody who writes a shift's row locks it in the order of the ids, before anything else: call `lock` first when
 * more than one shift is going to be written.
 */
@Injectable()
export class ShiftChanges {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
  ) {}

  /** Holds these shifts still until the transaction ends: no sign-up, cancellation or offer gets in between. */
  async lock(tx: Tx, shiftIds: readonly string[]): Promise<void> {
    await tx.query('SELECT FROM events.shift WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [shiftIds]);
  }

  /**
   * After shifts (or what people know of them) changed: sign-ups stay and follow their shift's time, everybody active
   * gets one `signup-changed` mail for this `sequence` of the event, and a person for whom it now overlaps another of
   * their shifts keeps both, marked `shift moved`, and is told.
   */
  async moved(tx: Tx, sequence: number, shifts: readonly ChangedShift[]): Promise<void> {
    await tx.query('SELECT events.follow_shifts($1, $2, $3)', [JSON.stringify(shifts), sequence, this.clock.now()]);
    this.enqueueAfter(tx);
  }

  /** How many people `moved` would tell about changes of these shifts. */
  async toTell(tx: Tx, shiftIds: readonly string[]): Promise<number> {
    const [counted] = await tx.query<{ people: number }>(
      `SELECT count(*)::integer AS people FROM events.signup
       WHERE shift_id = ANY ($1) AND status IN ('confirmed', 'waitlisted', 'offered') AND repeat_of IS NULL`,
      [shiftIds],
    );
    return counted?.people ?? 0;
  }

  /** After the event's status became `cancelled`: everybody active is cancelled and gets one mail. */
  async eventCancelled(tx: Tx, eventId: string): Promise<void> {
    await tx.query('SELECT events.cancel_signups_of_event($1, $2)', [eventId, this.clock.now()]);
    this.enqueueAfter(tx);
  }

  /** After the capacity of these shifts was raised: the new places are offered to the waitlist. */
  async capacityRaised(tx: Tx, shiftIds: readonly string[]): Promise<void> {
    await tx.query('SELECT events.offer_places($1, $2, $3)', [shiftIds, this.clock.now(), this.config.OFFER_HOURS]);
    this.enqueueAfter(tx);
  }

  private enqueueAfter(tx: Tx): void {
    tx.afterCommit(() => this.queue.enqueue('deliver-due-mail'));
  }
}
