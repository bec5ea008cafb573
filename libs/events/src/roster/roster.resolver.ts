import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, SessionOnly, type Actor } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { EmergencyContact } from '@upstander/volunteers';
import { EmergencyContacts } from './emergency-contacts.service.js';
import { PresentPerson, RosterConnection, RosterEntry, RosterFilter, RosterOrder } from './roster-entry.js';
import { RosterReads } from './roster-reads.js';
import { AddSignupArgs, MovedSignup, MoveSignupArgs } from './roster.args.js';
import { RosterService } from './roster.service.js';

@Area('roster')
@Resolver()
export class RosterResolver {
  constructor(
    private readonly reads: RosterReads,
    private readonly people: RosterService,
    private readonly contacts: EmergencyContacts,
  ) {}

  @Query(() => RosterConnection, { description: 'Sign-ups for an event.' })
  @Allow('organizer')
  roster(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('filter', { type: () => RosterFilter, nullable: true }) filter?: RosterFilter | null,
    @Args('order', {
      type: () => RosterOrder,
      nullable: true,
      description: 'Sort order; first sign-up first by default.',
    })
    order?: RosterOrder | null,
  ): Promise<RosterConnection> {
    return this.reads.page(actor, eventId, { filter: filter ?? {}, order: order ?? RosterOrder.SIGNED_UP, page });
  }

  @Query(() => EmergencyContact, {
    nullable: true,
    description:
      "Emergency contact of a volunteer on one of the caller's shifts, from one day before to one day after it. Access is recorded.",
  })
  @Allow('organizer')
  @SessionOnly()
  emergencyContact(
    @CurrentActor() actor: Actor,
    @Args('signupId', { type: () => ID }) signupId: string,
  ): Promise<EmergencyContact | null> {
    return this.contacts.readEmergencyContact(actor, signupId);
  }

  @Query(() => [PresentPerson], {
    description:
      'Everyone who is checked in at an event now, with their emergency contacts, by name; at most 1,000. Each access to a contact is recorded.',
  })
  @Allow('organizer')
  @SessionOnly()
  presentEmergencyContacts(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<PresentPerson[]> {
    return this.contacts.listPresent(actor, eventId);
  }

  @Mutation(() => RosterEntry, { description: 'Signs a volunteer up for a shift; the spot does not expire.' })
  @Allow('organizer')
  addSignup(@CurrentActor() actor: Actor, @Args() args: AddSignupArgs): Promise<RosterEntry> {
    return this.people.add(actor, args);
  }

  @Mutation(() => RosterEntry, {
    description: 'Moves a volunteer to another shift of the event that has an open spot.',
  })
  @Allow('organizer')
  moveSignup(@CurrentActor() actor: Actor, @Args() args: MoveSignupArgs): Promise<RosterEntry> {
    return this.people.move(actor, args);
  }

  @Mutation(() => [MovedSignup], {
    description:
      'Moves volunteers to another shift of the event, in the order they signed up. Those who can’t be moved stay.',
  })
  @Allow('organizer')
  moveSignups(
    @CurrentActor() actor: Actor,
    @Args('ids', { type: () => [ID], description: 'IDs of the sign-ups, at most 200.' }) ids: string[],
    @Args('toShiftId', { type: () => ID, description: 'ID of the shift.' }) toShiftId: string,
  ): Promise<MovedSignup[]> {
    return this.people.moveAll(actor, ids, toShiftId);
  }

  @Mutation(() => RosterEntry, { description: "Cancels a volunteer's sign-up and notifies them." })
  @Allow('organizer')
  removeSignup(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<RosterEntry> {
    return this.people.remove(actor, id, reason);
  }
}
