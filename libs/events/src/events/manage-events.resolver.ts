import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
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

/** What organizers do with the events of their chapters. */
@Resolver(() => Event)
export class ManageEventsResolver {
  constructor(
    private readonly events: EventService,
    private readonly drafts: EventDrafts,
    private readonly reads: EventReads,
  ) {}

  @Query(() => EventConnection, { description: "The events of the actor's chapters, drafts and past ones included." })
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

  @Query(() => Event, { nullable: true, description: "One event of the actor's chapters." })
  @Allow('organizer')
  manageEvent(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Event> {
    return this.reads.mine(actor, id);
  }

  @Query(() => EventUpdatePreview, { description: 'What a change of an event would do, before it is made.' })
  @Allow('organizer')
  async eventUpdatePreview(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => EventInput }) input: EventInput,
  ): Promise<EventUpdatePreview> {
    return { peopleTold: await this.events.countNotified(actor, id, input) };
  }

  @Mutation(() => Acknowledgement, { description: 'Takes a draft away that was never published.' })
  @Allow('organizer')
  deleteEvent(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.events.delete(actor, id);
  }

  @Mutation(() => Event, { description: 'Makes a draft; only its chapter sees it.' })
  @Allow('organizer')
  async createEvent(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => EventInput }) input: EventInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null,
  ): Promise<Event> {
    return this.reads.byId(await this.drafts.create(actor, input, idempotencyKey));
  }

  @Mutation(() => Event, { description: 'Changes a draft or a published event; people on it are told.' })
  @Allow('organizer')
  async updateEvent(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => EventInput }) input: EventInput,
  ): Promise<Event> {
    return this.reads.byId(await this.events.update(actor, id, input));
  }

  @Mutation(() => Event, { description: 'Shows a draft to everybody.' })
  @Allow('organizer')
  async publishEvent(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Event> {
    return this.reads.byId(await this.events.publish(actor, id));
  }

  @Mutation(() => Event, { description: 'Calls an event off; everybody on it is cancelled and told why.' })
  @Allow('organizer')
  async cancelEvent(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Event> {
    return this.reads.byId(await this.events.cancel(actor, id, reason));
  }

  @Mutation(() => Event, { description: 'Makes a draft like another event, a week later unless told.' })
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
