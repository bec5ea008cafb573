import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, SessionOnly, type Actor } from '@upstander/identity';
import { AddCoOrganizerInput, CoOrganizedEvent, CoOrganizer, CoOrganizerCandidate } from './co-organizer.type.js';
import { CoOrganizers } from './co-organizers.service.js';

@Area('events')
@Resolver(() => CoOrganizer)
export class CoOrganizerResolver {
  constructor(private readonly service: CoOrganizers) {}

  @Query(() => [CoOrganizer], { description: 'Co-organizers of an event or of its series, by name.' })
  @Allow('organizer')
  coOrganizers(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<CoOrganizer[]> {
    return this.service.list(actor, eventId);
  }

  @Query(() => [CoOrganizerCandidate], {
    description: "Accounts of the chapter's staff and volunteers that match a text; at most 10.",
  })
  @Allow('organizer')
  coOrganizerCandidates(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('text', { type: () => String }) text: string,
  ): Promise<CoOrganizerCandidate[]> {
    return this.service.candidates(actor, eventId, text);
  }

  @Query(() => [CoOrganizedEvent], { description: 'Events and series that the signed-in user co-organizes.' })
  @Allow('signed-in')
  myCoOrganizedEvents(@CurrentActor() actor: Actor): Promise<CoOrganizedEvent[]> {
    return this.service.mine(actor);
  }

  @Mutation(() => [CoOrganizer], {
    description: 'Lets a person work like an organizer on one event, or on all dates of its series, and emails them.',
  })
  @Allow('organizer')
  @SessionOnly()
  addCoOrganizer(@CurrentActor() actor: Actor, @Args('input') input: AddCoOrganizerInput): Promise<CoOrganizer[]> {
    return this.service.add(actor, actor.locale ?? 'en', input);
  }

  @Mutation(() => [CoOrganizer], { description: 'Removes a co-organizer, effective immediately.' })
  @Allow('organizer')
  @SessionOnly()
  removeCoOrganizer(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID }) eventId: string,
    @Args('coOrganizerId', { type: () => ID, description: 'ID of the co-organizer, as listed for the event.' })
    id: string,
  ): Promise<CoOrganizer[]> {
    return this.service.remove(actor, eventId, id);
  }
}
