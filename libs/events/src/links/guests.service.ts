import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Config, readInput, Refusal, refuseFaults, type Tx } from '@upstander/platform';
import { guestFaults } from '../batch/signup-request.js';
import { isActive, receiptOf, type LockedSignup } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import type { SignUpPayload } from '../signups/my-signup.js';
import { tooManyGuestsRefusal } from '../batch/place-signups.js';
import { ChangeGuestsInput } from '../signups/sign-up.input.js';
import { requireNotStarted, SignupLinks } from './signup-links.service.js';

@Injectable()
export class Guests {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly links: SignupLinks,
    private readonly waitlist: Waitlist,
  ) {}

  /**
   * Adding guests requires free places and an empty waitlist. A waitlisted sign-up keeps its position.
   * @throws Refusal NOT_FOUND, BAD_INPUT, SIGNUP_ENDED, SHIFT_STARTED, TOO_MANY_GUESTS, NOT_ENOUGH_PLACES
   */
  change(actor: Actor, input: ChangeGuestsInput): Promise<SignUpPayload> {
    const { values, faults } = readInput(ChangeGuestsInput, input);
    refuseFaults({ ...faults, ...guestFaults(values) });
    const { guests } = values;
    const names = guests > 0 ? values.guestNames : [];
    const about = ['guests', guests, names];
    return this.links.change(actor, { ...input, about }, 'changeGuests', async (tx, signup) => {
      if (!isActive(signup)) throw new Refusal('SIGNUP_ENDED', 'This sign-up is no longer active.');
      requireNotStarted(signup, this.clock.now());
      const addedGuests = guests - signup.guests;
      if (addedGuests > 0) await this.requireRoomForGuests(tx, signup, guests);
      if (addedGuests !== 0 && signup.status !== 'waitlisted') {
        await tx.query('UPDATE events.shift SET taken = taken + $2 WHERE id = $1', [signup.shiftId, addedGuests]);
      }
      await tx.query('UPDATE events.signup SET guests = $2, guest_names = $3 WHERE id = $1', [
        signup.id,
        guests,
        names,
      ]);
      if (addedGuests < 0) await this.waitlist.offerPlaces(tx, [signup.shiftId]);
      return receiptOf(tx, signup.id);
    });
  }

  private async requireRoomForGuests(tx: Tx, signup: LockedSignup, guests: number): Promise<void> {
    const [shift] = await tx.query<{ most: number; free: number }>(
      `SELECT CASE WHEN e.with_minors THEN 0 ELSE e.max_guests END AS most, CASE WHEN s.waiting = 0 THEN s.capacity - s.taken ELSE 0 END AS free
       FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = $1`,
      [signup.shiftId],
    );
    if (guests > Math.min(shift?.most ?? 0, this.config.GUESTS_PER_SIGNUP)) throw tooManyGuestsRefusal();
    if (signup.status === 'waitlisted') return;
    const freePlaces = shift?.free ?? 0;
    if (guests - signup.guests > freePlaces) {
      throw new Refusal('NOT_ENOUGH_PLACES', 'There aren’t that many open spots on this shift.', { left: freePlaces });
    }
  }
}
