import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { AttendanceEntry } from '../attendance/attendance.js';
import { RosterEntry } from '../roster/roster-entry.js';
import { SignUpPayload } from '../signups/my-signup.js';
import { GroupChanges } from './group-changes.service.js';
import { GroupSignUp } from './group-sign-up.service.js';
import { AddGroupArgs, ChangeGroupInput, GroupSignUpInput, UpdateGroupArgs } from './group.input.js';

@Area('roster')
@Resolver()
export class GroupResolver {
  constructor(
    private readonly signUps: GroupSignUp,
    private readonly changes: GroupChanges,
  ) {}

  @Mutation(() => SignUpPayload, {
    description: 'Signs a group up for a shift, or puts it on the waitlist together. No account is required.',
  })
  @Allow('anyone')
  signUpGroup(@CurrentActor() actor: Actor, @Args('input') input: GroupSignUpInput): Promise<SignUpPayload> {
    return this.signUps.signUp(actor, input);
  }

  @Mutation(() => SignUpPayload, {
    description: 'Changes the number of people in a group, and the names of its members.',
  })
  @Allow('anyone')
  changeGroup(@CurrentActor() actor: Actor, @Args('input') input: ChangeGroupInput): Promise<SignUpPayload> {
    return this.changes.change(actor, input);
  }

  @Mutation(() => RosterEntry, {
    description: 'Signs a group up for a shift, also where groups cannot do so themselves; its spots do not expire.',
  })
  @Allow('organizer')
  addGroup(@CurrentActor() actor: Actor, @Args() args: AddGroupArgs): Promise<RosterEntry> {
    return this.signUps.add(actor, args);
  }

  @Mutation(() => RosterEntry, {
    description: 'Changes the number of people in a group on the roster, and the names of its members.',
  })
  @Allow('organizer')
  updateGroup(@CurrentActor() actor: Actor, @Args() args: UpdateGroupArgs): Promise<RosterEntry> {
    return this.changes.update(actor, args);
  }

  @Mutation(() => AttendanceEntry, {
    description: 'Records which guests of a checked-in volunteer or group did not come. The others came.',
  })
  @Allow('organizer')
  markAbsentGuests(
    @CurrentActor() actor: Actor,
    @Args('signupId', { type: () => ID }) signupId: string,
    @Args('absentGuests', { type: () => [Int], description: 'Positions in `guestNames`, from 1.' })
    absentGuests: number[],
  ): Promise<AttendanceEntry> {
    return this.changes.markAbsent(actor, signupId, absentGuests);
  }
}
