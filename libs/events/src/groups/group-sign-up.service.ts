import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Database, isUuid, notFound, readInput, Refusal, refuseFaults, sha256 } from '@upstander/platform';
import { tooYoungRefusal } from '../batch/eligibility.js';
import { PlaceSignups } from '../batch/place-signups.js';
import { signupRequestOf, type SignupRequest } from '../batch/signup-request.js';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import type { RosterEntry } from '../roster/roster-entry.js';
import { RosterService } from '../roster/roster.service.js';
import type { SignUpPayload } from '../signups/my-signup.js';
import { AddGroupArgs, GroupSignUpInput } from './group.input.js';
import { groupPartyOf, maxGroupPeople } from './group-party.js';
import { shiftTables } from '../shifts/shift-joins.js';

@Injectable()
export class GroupSignUp {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly places: PlaceSignups,
    private readonly verifiedSignUp: VerifiedSignUp,
    private readonly roster: RosterService,
  ) {}

  /**
   * Takes spots for the whole group, or puts it on the waitlist. The contact person confirms by email.
   * @throws Refusal BAD_INPUT, GROUPS_BY_ORGANIZER, GROUP_TOO_LARGE, TOO_YOUNG, ALREADY_SIGNED_UP and those of `signUp`
   */
  async signUp(actor: Actor, input: GroupSignUpInput): Promise<SignUpPayload> {
    await this.limits.consume('sign-up', actor.address);
    const request = await this.requestOf(input);
    const isOwnAddress = actor.email?.toLowerCase() === request.email.toLowerCase();
    const { id, status, position, guests } = isOwnAddress
      ? await this.verifiedSignUp.signUp(request)
      : await this.places.placeBatched(request);
    await this.refuseOtherSignup(id, request);
    return { signup: { id, status, position, guests } };
  }

  /**
   * Adds a group on an organizer's word, also where groups can't sign up themselves.
   * @throws Refusal BAD_INPUT, TOO_YOUNG, ALREADY_SIGNED_UP and those of `addSignup`
   */
  async add(actor: Actor, args: AddGroupArgs): Promise<RosterEntry> {
    const request = await this.requestOf({ ...args, locale: undefined }, 'organizer');
    const entry = await this.roster.addRequest(actor, request, args);
    await this.refuseOtherSignup(entry.id, request);
    return entry;
  }

  private async requestOf(
    input: Omit<GroupSignUpInput, 'locale'> & { locale?: GroupSignUpInput['locale'] },
    by: 'anyone' | 'organizer' = 'anyone',
  ): Promise<SignupRequest> {
    const { values, faults } = readInput(GroupSignUpInput, { ...input, locale: input.locale ?? 'en' });
    const { groupName } = values;
    refuseFaults({ ...faults, ...(!groupName && { groupName: 'required' }) });
    const { guests, minorGuests } = groupPartyOf(input);
    const [shift] = isUuid(input.shiftId)
      ? await this.db.query<{ largest: number; minimumAge: number | null }>(
          `SELECT e.max_group_size AS largest, s.minimum_age AS "minimumAge" FROM ${shiftTables} WHERE s.id = $1`,
          [input.shiftId],
        )
      : [];
    if (!shift) throw notFound('This shift');
    if (by === 'anyone') refuseTooLarge(input.people, shift.largest);
    if (minorGuests > 0 && (shift.minimumAge ?? 0) >= 18) throw tooYoungRefusal(shift.minimumAge);
    const request = signupRequestOf(input);
    const group = {
      guests,
      guest_names: [],
      takes_fewer: values.acceptsFewerGuests,
      group_name: groupName ?? '',
      minors: minorGuests,
    };
    const hash = request.hash && sha256(JSON.stringify([request.hash, group])).toString('hex');
    return { ...request, ...group, hash };
  }

  /** @throws Refusal ALREADY_SIGNED_UP if the contact person already had a spot, alone or with another group */
  private async refuseOtherSignup(id: string, { group_name: groupName }: SignupRequest): Promise<void> {
    const [signup] = await this.db.query<{ groupName: string | null }>(
      'SELECT group_name AS "groupName" FROM events.signup WHERE id = $1',
      [id],
    );
    if (signup?.groupName === groupName) return;
    throw new Refusal('ALREADY_SIGNED_UP', 'This person is already on that shift.');
  }
}

function refuseTooLarge(people: number, largest: number): void {
  if (largest === 0) {
    throw new Refusal('GROUPS_BY_ORGANIZER', 'Please ask the organizer to add your group to this event.');
  }
  const most = Math.min(largest, maxGroupPeople);
  if (people > most) throw new Refusal('GROUP_TOO_LARGE', `Groups can have up to ${most} people.`, { most });
}
