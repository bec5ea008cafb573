import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { LocalDateScalar, LocalDateTimeScalar, PageArgs } from '@upstander/platform';
import { EventPart } from '../events/event-parts.js';
import { EventReads } from '../events/event-reads.js';
import { Event } from '../events/event.entity.js';
import { SeriesDates } from './series-dates.service.js';
import { SeriesEditPreview } from './series-edit-preview.js';
import { SeriesEdits } from './series-edits.service.js';
import { SeriesFilter, SeriesSort } from './series-filter.input.js';
import { SeriesPreview } from './series-preview.js';
import { SeriesPreviews } from './series-previews.service.js';
import { SeriesReads } from './series-reads.js';
import { Series, SeriesConnection } from './series.entity.js';
import { SeriesEditInput, SeriesInput } from './series.input.js';
import { SeriesService } from './series.service.js';

@Area('series')
@Resolver(() => Series)
export class SeriesResolver {
  constructor(
    private readonly service: SeriesService,
    private readonly edits: SeriesEdits,
    private readonly dates: SeriesDates,
    private readonly previews: SeriesPreviews,
    private readonly reads: SeriesReads,
    private readonly events: EventReads,
  ) {}

  @Query(() => Series, { description: "A single series of the caller's chapters." })
  @Allow('organizer')
  series(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Series> {
    return this.reads.findFor(actor, id);
  }

  @Query(() => SeriesConnection, { description: "Series of the caller's chapters." })
  @Allow('organizer')
  seriesList(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => SeriesFilter, nullable: true }) filter?: SeriesFilter | null,
    @Args('sort', { type: () => SeriesSort, nullable: true }) sort?: SeriesSort | null,
  ): Promise<SeriesConnection> {
    return this.reads.list(actor, filter, sort, page);
  }

  @Query(() => SeriesPreview, { description: 'The dates of a series before it is saved.' })
  @Allow('organizer')
  previewSeries(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SeriesInput }) input: SeriesInput,
    @Args('seriesId', {
      type: () => ID,
      nullable: true,
      description: 'ID of the series that is being edited. Only its upcoming dates are listed.',
    })
    seriesId?: string | null,
  ): Promise<SeriesPreview> {
    return this.previews.preview(actor, input, seriesId ?? null);
  }

  @Query(() => SeriesEditPreview, {
    description: 'Previews the effect of an edit on the dates and people of a series.',
  })
  @Allow('organizer')
  previewSeriesEdit(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => SeriesEditInput }) input: SeriesEditInput,
  ): Promise<SeriesEditPreview> {
    return this.edits.preview(actor, id, input);
  }

  @Mutation(() => Series, {
    description:
      'Creates a draft series with its dates of the next twelve months. Made from a public event, it is public.',
  })
  @Allow('organizer')
  async createSeries(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => SeriesInput }) input: SeriesInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null,
  ): Promise<Series> {
    return this.reads.byId(await this.service.create(actor, input, idempotencyKey));
  }

  @Mutation(() => Series, {
    description:
      'Edits all upcoming dates of a series, or those from one date on, and emails each person once. Returns the series of the edited date.',
  })
  @Allow('organizer')
  async updateSeries(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input', { type: () => SeriesEditInput }) input: SeriesEditInput,
  ): Promise<Series> {
    return this.reads.byId(await this.edits.update(actor, id, input));
  }

  @Mutation(() => Series, { description: 'Publishes a series with all of its dates.' })
  @Allow('organizer')
  async publishSeries(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Series> {
    return this.reads.byId(await this.service.publish(actor, id));
  }

  @Mutation(() => Series, { description: 'Ends a series: cancels its dates after the last day and adds no more.' })
  @Allow('organizer')
  async endSeries(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('lastDay', { type: () => LocalDateScalar, description: 'Last day that a date may start on.' })
    lastDay: string,
    @Args('reason', { type: () => String, nullable: true, description: 'For the people who are signed up.' })
    reason?: string | null,
  ): Promise<Series> {
    return this.reads.byId(await this.dates.end(actor, id, lastDay, reason ?? null));
  }

  @Mutation(() => Series, {
    description: 'Cancels one date of a series for good and offers its volunteers the nearest other date.',
  })
  @Allow('organizer')
  async skipSeriesDate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('eventId', { type: () => ID, description: 'ID of the occurrence.' }) eventId: string,
    @Args('reason', { type: () => String, nullable: true, description: 'For the people who are signed up.' })
    reason?: string | null,
  ): Promise<Series> {
    return this.reads.byId(await this.dates.skip(actor, id, eventId, reason ?? null));
  }

  @Mutation(() => Series, { description: 'Adds a date to a series, or one that was skipped.' })
  @Allow('organizer')
  async addSeriesDate(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('startsAtLocal', { type: () => LocalDateTimeScalar }) startsAtLocal: string,
  ): Promise<Series> {
    return this.reads.byId(await this.dates.add(actor, id, startsAtLocal));
  }

  @Mutation(() => Event, { description: 'Gives parts of an occurrence the data of its series again.' })
  @Allow('organizer')
  async resetOccurrence(
    @CurrentActor() actor: Actor,
    @Args('eventId', { type: () => ID, description: 'ID of the occurrence.' }) eventId: string,
    @Args('parts', { type: () => [EventPart] }) parts: EventPart[],
  ): Promise<Event> {
    return this.events.byId(await this.dates.reset(actor, eventId, parts));
  }
}
