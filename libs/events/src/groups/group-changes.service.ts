import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Database, notFound, Refusal, type Tx } from '@upstander/platform';
import { AttendanceReads } from '../attendance/attendance-reads.js';
import type { AttendanceEntry } from '../attendance/attendance.js';
import { tooYoungRefusal } from '../batch/eligibility.js';
import { Guests } from '../links/guests.service.js';
import { SignupLinks, requireNotStarted } from '../links/signup-links.service.js';
import type { RosterEntry } from '../roster/roster-entry.js';
import { RosterReads } from '../roster/roster-reads.js';
import { Safeguarding } from '../safeguarding/safeguarding.service.js';
import { isActive, lockSignup, receiptOf, type LockedSignup } from '../signups/locked-signup.js';
import type { SignUpPayload } from '../signups/my-signup.js';
import { RosterAccess } from '../signups/roster-access.js';
import type { ChangeGroupInput, UpdateGroupArgs } from './group.input.js';
import { groupPartyOf, type GroupParty } from './group-party.js';

@Injectable()
export class GroupChanges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: RosterAccess,
    private readonly links: SignupLinks,
    private readonly guests: Guests,
    private readonly safeguarding: Safeguarding,
    private readonly roster: RosterReads,
    private readonly attendance: AttendanceReads,
  ) {}

  /**
   * Changes the number and names by the contact person's link, until the shift starts.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NOT_A_GROUP, SIGNUP_ENDED, SHIFT_STARTED, TOO_YOUNG, GROUP_TOO_LARGE,
   * NOT_ENOUGH_PLACES
   */
  change(actor: Actor, input: ChangeGroupInput): Promise<SignUpPayload> {
    const party = groupPartyOf(input);
    return this.links.change(actor, { ...input, about: ['group', party] }, 'changeGroup', async (tx, signup) => {
      if (!isActive(signup)) throw new Refusal('SIGNUP_ENDED', 'This sign-up is no longer active.');
      requireNotStarted(signup, this.clock.now());
      await this.apply(tx, signup, party);
      return receiptOf(tx, signup.id);
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, NOT_A_GROUP, SIGNUP_ENDED, TOO_YOUNG, NOT_ENOUGH_PLACES */
  async update(actor: Actor, args: UpdateGroupArgs): Promise<RosterEntry> {
    const party = groupPartyOf(args);
    await this.access.signup(actor, 'signup:move', args.signupId);
    await this.db.transaction(async (tx) => {
      const signup = await this.lockGroup(tx, args.signupId);
      if (!isActive(signup) && !hasCome(signup)) {
        throw new Refusal('SIGNUP_ENDED', 'This sign-up is no longer active.');
      }
      await this.apply(tx, signup, party, 'organizer');
    });
    return this.roster.entry(args.signupId);
  }

  /**
   * Records who of a checked-in party did not come, by number of the guest.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NOT_CHECKED_IN
   */
  async markAbsent(actor: Actor, signupId: string, absentGuests: readonly number[]): Promise<AttendanceEntry> {
    await this.access.signup(actor, 'signup:check-in', signupId);
    const absent = [...new Set(absentGuests)].sort((one, other) => one - other);
    return this.db.transaction(async (tx) => {
      const signup = await lockSignup(tx, signupId);
      if (!signup) throw notFound('This sign-up');
      if (!hasCome(signup)) throw new Refusal('NOT_CHECKED_IN', 'Check in the group first.');
      if (absent.some((number) => number < 1 || number > signup.guests)) {
        throw badInput({ absentGuests: 'out-of-range' });
      }
      await tx.query('UPDATE events.signup SET absent_guests = $2 WHERE id = $1', [signup.id, absent]);
      await this.notifyOfBreach(tx, signup);
      const entry = (await this.attendance.entries([signup.id], tx)).get(signup.id);
      if (!entry) throw notFound('This sign-up');
      return entry;
    });
  }

  private async lockGroup(tx: Tx, id: string): Promise<LockedSignup> {
    const signup = await lockSignup(tx, id);
    if (!signup) throw notFound('This sign-up');
    return signup;
  }

  private async apply(
    tx: Tx,
    signup: LockedSignup,
    party: GroupParty,
    by: 'contact' | 'organizer' = 'contact',
  ): Promise<void> {
    if (signup.groupName === null) throw new Refusal('NOT_A_GROUP', 'This sign-up isn’t for a group.');
    const minimumAge = signup.minimumAge ?? 0;
    if (party.minorGuests > 0 && minimumAge >= 18) throw tooYoungRefusal(minimumAge);
    await this.guests.setParty(tx, signup, party, by);
    await this.notifyOfBreach(tx, signup);
  }

  private notifyOfBreach(tx: Tx, { id, shiftId }: LockedSignup): Promise<void> {
    return this.safeguarding.notifyOfBreaches(tx, [{ signupId: id, shiftId }]);
  }
}

function hasCome({ status }: LockedSignup): boolean {
  return status === 'checked_in' || status === 'completed';
}
