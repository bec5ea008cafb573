import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement, LocalDateTimeScalar, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { EventDrafts } from './event-drafts.service.js';
import { EventFilter } from './event-filter.input.js';
import { EventReads } from './event-reads.js';
import { EventSort } from './event-sort.js';
import { EventStatus } from './event-status.js';
import { Event, EventConnection, EventUpdatePreview } from './event.entity.js';
import { EventInput } from './event.input.js';
import { EventService } from './event.service.js';
import { extentOf } from './extent-of.js';

@Area('events')
@Resolver(() => Event)
export class ManageEventsResolver {
  constructor(
    private readonly events: EventService,
    private readonly drafts: EventDrafts,
    private readonly reads: EventReads,
  ) {}

  @Query(() => EventConnection, { description: "Events of the caller's chapters, including drafts and past events." })
  @Allow('organizer')
  manageEvents(
    @Info() info: GraphQLResolveInfo,
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => EventFilter, nullable: true }) filter?: EventFilter | null,
    @Args('status', { type: () => [EventStatus], nullable: true }) status?: EventStatus[] | null,
    @Args('sort', { type: () => EventSort, nullable: true }) sort?: EventSort | null,
  ): Promise<EventConnection> {
    return this.reads.manage(actor, filter, { status, sort }, { ...page, extent: extentOf(info) });
  }

  @Query(() => Event, { nullable: true, description: "A single event of the caller's chapters." })
  @Allow('organizer')
  manageEvent(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Event> {
    return this.reads.findManaged(actor, id);
  }

  @Query(() => EventUpdatePreview, { description: 'Previews the effect of an event update.' })
  @Allow('organizer')
  async eventUpdatePreview(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => EventInput }) input: EventInput,
  ): Promise<EventUpdatePreview> {
    return { notifiedCount: await this.events.countNotified(actor, id, input) };
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a draft that was never published.' })
  @Allow('organizer')
  deleteEvent(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.events.delete(actor, id);
  }

  @Mutation(() => Event, { description: 'Creates a draft event, visible to its chapter only.' })
  @Allow('organizer')
  async createEvent(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => EventInput }) input: EventInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null,
  ): Promise<Event> {
    return this.reads.byId(await this.drafts.create(actor, input, idempotencyKey));
  }

  @Mutation(() => Event, { description: 'Updates a draft or published event and notifies signed-up volunteers.' })
  @Allow('organizer')
  async updateEvent(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => EventInput }) input: EventInput,
  ): Promise<Event> {
    return this.reads.byId(await this.events.update(actor, id, input));
  }

  @Mutation(() => Event, { description: 'Publishes a draft event.' })
  @Allow('organizer')
  async publishEvent(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Event> {
    return this.reads.byId(await this.events.publish(actor, id));
  }

  @Mutation(() => Event, {
    description: 'Cancels an event and all of its sign-ups, and notifies the volunteers of the reason.',
  })
  @Allow('organizer')
  async cancelEvent(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Event> {
    return this.reads.byId(await this.events.cancel(actor, id, reason));
  }

  @Mutation(() => Event, { description: 'Creates a draft copy of an event; starts one week later by default.' })
  @Allow('organizer')
  async copyEvent(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('startsAtLocal', { type: () => LocalDateTimeScalar, nullable: true }) startsAtLocal?: string | null,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null,
  ): Promise<Event> {
    return this.reads.byId(await this.drafts.copy(actor, id, startsAtLocal, idempotencyKey));
  }
}
