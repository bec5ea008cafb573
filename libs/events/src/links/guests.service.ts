import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Config, readInput, Refusal, refuseFaults, type Tx } from '@upstander/platform';
import { guestFaults } from '../batch/signup-request.js';
import { isActive, receiptOf, type LockedSignup } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import type { SignUpPayload } from '../signups/my-signup.js';
import { tooManyGuestsRefusal } from '../batch/place-signups.js';
import { ChangeGuestsInput } from '../signups/sign-up.input.js';
import type { Signup } from '../signups/signup.entity.js';
import { requireNotStarted, SignupLinks } from './signup-links.service.js';
import { shiftTables } from '../shifts/shift-joins.js';
import { changeCounts } from '../shifts/shift-spots.js';

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
      if (signup.groupName !== null) throw tooManyGuestsRefusal();
      await this.setParty(tx, signup, { guests, guestNames: names, minorGuests: 0 });
      return receiptOf(tx, signup.id);
    });
  }

  /**
   * Changes the guests of a locked sign-up, and offers freed places to the waitlist.
   * @throws Refusal TOO_MANY_GUESTS, GROUP_TOO_LARGE, NOT_ENOUGH_PLACES
   */
  async setParty(
    tx: Tx,
    signup: LockedSignup,
    { guests, guestNames, minorGuests }: Pick<Signup, 'guests' | 'guestNames' | 'minorGuests'>,
    by: 'contact' | 'organizer' = 'contact',
  ): Promise<void> {
    const addedGuests = guests - signup.guests;
    if (addedGuests > 0) await this.requireRoomForGuests(tx, signup, guests, by);
    if (addedGuests !== 0 && signup.status !== 'waitlisted') {
      await changeCounts(tx, signup.shiftId, { taken: addedGuests });
    }
    await tx.query(
      `UPDATE events.signup SET guests = $2, guest_names = $3, minor_guests = $4,
         absent_guests = ARRAY(SELECT n FROM unnest(absent_guests) AS n WHERE n <= $2)
       WHERE id = $1`,
      [signup.id, guests, guestNames, minorGuests],
    );
    if (addedGuests < 0) await this.waitlist.offerPlaces(tx, [signup.shiftId]);
  }

  private async requireRoomForGuests(
    tx: Tx,
    signup: LockedSignup,
    guests: number,
    by: 'contact' | 'organizer',
  ): Promise<void> {
    const [shift] = await tx.query<{ mostGuests: number; largestGroup: number; free: number }>(
      `SELECT CASE WHEN e.with_minors THEN 0 ELSE e.max_guests END AS "mostGuests", e.max_group_size AS "largestGroup",
         CASE WHEN s.waiting = 0 THEN s.capacity - s.taken ELSE 0 END AS free FROM ${shiftTables} WHERE s.id = $1`,
      [signup.shiftId],
    );
    const { mostGuests = 0, largestGroup = 0, free: freePlaces = 0 } = shift ?? {};
    if (signup.groupName === null) {
      if (guests > Math.min(mostGuests, this.config.GUESTS_PER_SIGNUP)) throw tooManyGuestsRefusal();
    } else if (by === 'contact' && largestGroup > 0 && 1 + guests > largestGroup) {
      throw new Refusal('GROUP_TOO_LARGE', `Groups can have up to ${largestGroup} people.`, { most: largestGroup });
    }
    if (signup.status === 'waitlisted') return;
    if (guests - signup.guests > freePlaces) {
      throw new Refusal('NOT_ENOUGH_PLACES', 'There aren’t that many open spots on this shift.', { left: freePlaces });
    }
  }
}
