import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { ShiftInvitations } from './shift-invitations.service.js';
import {
  AnswerShiftRequestInput,
  AskedVolunteer,
  ShiftCandidateConnection,
  ShiftCandidateFilter,
  ShiftInvitation,
} from './shift-request.js';
import { ShiftRequests } from './shift-requests.service.js';

const shiftIdArg = () => Args('shiftId', { type: () => ID });

@Area('volunteers')
@Resolver()
export class ShiftRequestResolver {
  constructor(
    private readonly requests: ShiftRequests,
    private readonly invitations: ShiftInvitations,
  ) {}

  @Query(() => ShiftCandidateConnection, {
    description:
      'Volunteers of the chapter who can be asked to take a shift, best match first. They get messages, are free, old enough and hold the credentials required to sign up.',
  })
  @Allow('organizer')
  shiftCandidates(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @shiftIdArg() shiftId: string,
    @Args('filter', { type: () => ShiftCandidateFilter, nullable: true }) filter?: ShiftCandidateFilter | null,
  ): Promise<ShiftCandidateConnection> {
    return this.requests.listCandidates(actor, shiftId, filter ?? {}, page);
  }

  @Query(() => [AskedVolunteer], {
    description: 'Volunteers who were asked to take a shift, latest first; at most 500.',
  })
  @Allow('organizer')
  shiftRequests(@CurrentActor() actor: Actor, @shiftIdArg() shiftId: string): Promise<AskedVolunteer[]> {
    return this.requests.list(actor, shiftId);
  }

  @Mutation(() => Int, {
    description:
      'Asks volunteers by email to take a shift. Returns how many; those who can no longer be asked are skipped.',
  })
  @Allow('organizer')
  requestVolunteers(
    @CurrentActor() actor: Actor,
    @shiftIdArg() shiftId: string,
    @Args('volunteerIds', { type: () => [ID], description: 'IDs of the volunteers, at most 50.' })
    volunteerIds: string[],
    @Args('reserveHours', {
      type: () => Int,
      nullable: true,
      description:
        'Reserves as many open spots as people are asked for this many hours, from 1 to 168, for those who answer first. If omitted, none are reserved.',
    })
    reserveHours?: number | null,
  ): Promise<number> {
    return this.requests.ask(actor, shiftId, volunteerIds, reserveHours ?? null);
  }

  @Query(() => ShiftInvitation, { description: 'The shift behind the link of an email that asks to take it.' })
  @Allow('anyone')
  shiftInvitation(
    @Args('token', { type: () => String, description: 'From the link in the email.' }) token: string,
  ): Promise<ShiftInvitation> {
    return this.invitations.byToken(token);
  }

  @Mutation(() => ShiftInvitation, { description: 'Signs the volunteer up for the shift, or declines.' })
  @Allow('anyone')
  answerShiftRequest(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerShiftRequestInput,
  ): Promise<ShiftInvitation> {
    return this.invitations.answer(actor, input);
  }
}
