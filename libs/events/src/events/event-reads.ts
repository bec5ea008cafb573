import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import {
  Clock,
  Database,
  notFound,
  Postcodes,
  PublicReads,
  SharedReads,
  type PublicSource,
  type PageArgs,
} from '@upstander/platform';
import { milesTo, postcodesNear, type Near } from '../places/near.js';
import { chapterOfEvent, eventColumns, eventFrom, type EventRecord, type Extent } from './event-columns.js';
import {
  conditionsOf,
  earliestOf,
  fromTodayCondition,
  isSelectivityUnknown,
  nearby,
  publicCondition,
} from './event-conditions.js';
import type { EventFilter } from './event-filter.input.js';
import { longestEvent } from './event-rules.js';
import { withFreePlaces, type FreePlaces } from '../shifts/free-places.js';
import { shiftsOf } from '../shifts/shift-columns.js';
import { eventPage, type PageQuestion } from './event-pages.js';
import type { EventSort } from './event-sort.js';
import type { EventStatus } from './event-status.js';
import type { Event, EventConnection } from './event.entity.js';
import { nextOrLatestDate, nextPublicDate } from './once-per-series.js';
import { Values } from '@upstander/platform';

const shifts = shiftsOf('e.id', 'everything');
const oneEvent = `SELECT ${eventColumns('everything')}, shift_list.*
  FROM events.event e ${chapterOfEvent}
    LEFT JOIN LATERAL (SELECT ${shifts.columns} FROM ${shifts.from}) shift_list ON true`;

@Injectable()
export class EventReads {
  /** Concurrent requests for the same public list share one query. */
  private readonly lists = new SharedReads<EventConnection>();
  private readonly pages = new SharedReads<Event | null>();

  constructor(
    private readonly db: Database,
    private readonly visitors: PublicReads,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly postcodes: Postcodes,
  ) {}

  /** Returns a page of public events, by default from today on. */
  list(criteria: ListCriteria, page: Paging): Promise<EventConnection> {
    const from = this.visitors.source();
    return this.lists.get([from.where, criteria, page], () => this.readList(from, criteria, page));
  }

  private async readList(
    from: PublicSource,
    { filter, near: center }: ListCriteria,
    page: Paging,
  ): Promise<EventConnection> {
    const criteria = filter ?? {};
    const near = await postcodesNear(this.postcodes, center);
    const values = new Values();
    const now = this.clock.now();
    const conditions = [publicCondition(values, now), ...conditionsOf(criteria, values, now)];
    if (!criteria.from) conditions.push(fromTodayCondition(values, now));
    if (near) conditions.push(nearby(near, values));
    const isRare = near !== null || isSelectivityUnknown(criteria);
    const strategy = chooseStrategy(
      criteria,
      { now, earliest: earliestOf(criteria, now), rare: isRare },
      conditions,
      values,
    );
    const oncePerSeries = criteria.oncePerSeries ? nextPublicDate(values, now) : null;
    const withPostcode = near !== null;
    const events = await eventPage(from, { conditions, values, way: strategy, withPostcode, oncePerSeries, ...page });
    if (!center) return events;
    const miles = milesTo(near);
    for (const { node } of events.edges) node.miles = miles(node);
    return { ...events, postcodeKnown: near !== null };
  }

  /** Includes drafts and past events. */
  manage(
    actor: Actor,
    filter: EventFilter | null | undefined,
    criteria: { status?: readonly EventStatus[] | null; sort?: EventSort | null },
    page: Paging,
  ): Promise<EventConnection> {
    const wanted = filter ?? {};
    const values = new Values();
    const now = this.clock.now();
    const conditions = conditionsOf(wanted, values, now);
    const chapters = this.access.chaptersOf(actor, 'event:read');
    if (chapters !== 'all') {
      const records = values.add(this.access.recordsOf(actor, 'event:read'));
      conditions.push(
        `(e.chapter_id = ANY (${values.add(chapters)}::uuid[]) OR e.id = ANY (${records}::uuid[])
          OR e.series_id = ANY (${records}::uuid[]))`,
      );
    }
    if (criteria.status) conditions.push(`e.status = ANY (${values.add(criteria.status)}::text[])`);
    const isRare = isSelectivityUnknown(wanted);
    const strategy = chooseStrategy(
      wanted,
      { now, earliest: new Date(now.valueOf() - longestEvent), rare: isRare },
      conditions,
      values,
    );
    const oncePerSeries = wanted.oncePerSeries ? nextOrLatestDate(values, now) : null;
    const descending = criteria.sort === 'desc';
    return eventPage(this.db, { conditions, values, descending, way: strategy, oncePerSeries, ...page });
  }

  /** Drafts are visible only to actors who may read them. */
  async bySlug(actor: Actor, slug: string): Promise<Event | null> {
    const chapters = this.access.chaptersOf(actor, 'event:read');
    const from = this.visitors.source();
    const records = this.access.recordsOf(actor, 'event:read');
    return this.pages.get([from.where, chapters, records, slug], () =>
      this.readBySlug(from, { chapters, records }, slug),
    );
  }

  private async readBySlug(
    from: PublicSource,
    { chapters, records }: { chapters: ReturnType<Access['chaptersOf']>; records: readonly string[] },
    slug: string,
  ): Promise<Event | null> {
    const [record] = await from.queryNamed<EventRecord>(
      'event-by-slug',
      `${oneEvent} WHERE e.slug = $1 AND (e.status <> 'draft' OR $2 OR e.chapter_id = ANY ($3::uuid[])
         OR e.id = ANY ($4::uuid[]) OR e.series_id = ANY ($4))`,
      [slug, chapters === 'all', chapters === 'all' ? [] : chapters, records],
    );
    return record ? eventFrom(record) : null;
  }

  /** @throws Refusal NOT_FOUND unless the event is in one of the actor's chapters */
  async findManaged(actor: Actor, id: string): Promise<Event> {
    await this.access.require(actor, 'event:read', [id], 'This event');
    return this.byId(id);
  }

  /** The caller must already have checked access. @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<Event> {
    const event = (await this.byIds([id])).get(id);
    if (!event) throw notFound('This event');
    return event;
  }

  /** The caller must already have checked access. */
  async byIds(ids: readonly string[]): Promise<Map<string, Event>> {
    const records = await this.db.queryNamed<EventRecord>('events-by-id', `${oneEvent} WHERE e.id = ANY ($1::uuid[])`, [
      ids,
    ]);
    return new Map(records.map((record) => [record.id, eventFrom(record)]));
  }
}

interface ListCriteria {
  filter?: EventFilter | null | undefined;
  near?: Near | null | undefined;
}

export interface Paging extends PageArgs {
  extent?: Extent;
}

/** Chooses the query strategy. Free places are a scan over shifts, or a plain condition next to more selective ones. */
function chooseStrategy(
  filter: EventFilter,
  { rare: isRare, ...walk }: FreePlaces & { rare: boolean },
  conditions: string[],
  values: Values,
): PageQuestion['way'] {
  if (!filter.hasFreePlaces) return isRare ? 'rare' : 'plain';
  // Canceled events still have free places on paper.
  conditions.push(`e.status <> 'cancelled'`);
  if (!isRare && !filter.chapter) return walk;
  conditions.push(withFreePlaces(values, walk.now));
  return isRare ? 'rare' : 'plain';
}
