import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Chapter, RecordName } from '@upstander/identity';
import {
  ComputedField,
  Choices,
  Code,
  ConnectionOf,
  Count,
  Email,
  Flag,
  Id,
  Instant,
  Languages,
  LocalDateTime,
  LongText,
  Markdown,
  Ref,
  SearchText,
  SearchVector,
  SitePath,
  Slug,
  Text,
  TimeZone,
  WebAddress,
  Status,
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Shift } from '../shifts/shift.entity.js';
import { Agenda, type AgendaLine } from './agenda.js';
import { EventPart } from './event-parts.js';
import { EventSeries } from './event-series.js';
import { EventStatus } from './event-status.js';

const seenBy = 'anyone';

@ObjectType({ description: 'A chapter event that volunteers can sign up for.' })
@PersonalData({
  noun: 'events I am the contact of',
  of: { staff: 't.contact_email = $1' },
  erasure: 'none',
  kept: 'as long as the event',
  seenBy: 'everyone, while the event is public',
  columns: {
    contact_name: personal.contact(retain('contact of an event; organizers can change it')),
    contact_email: personal.contact(retain('contact of an event; organizers can change it')),
    search_text: personal.content(retain('text of the event')),
  },
  also: { event: 't.title', starts_at: 't.starts_at', time_zone: 't.time_zone' },
  others: splitColumns(
    'slug title summary description place online_url time_zone image_url languages accessibility bring status cancel_reason postcode agenda overrides',
  ),
})
@RecordName('event', {
  also: ['fromEvent', 'occurrence', 'registrationForm'],
  sql: 'SELECT id, title AS name FROM events.event WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/events/${id}`,
})
@Entity({ schema: 'events', name: 'event' })
export class Event {
  @Id({ seenBy }) id!: string;
  @Ref() chapterId!: string;
  @Slug({ seenBy, description: 'Slug used in page URLs. It never changes after the event is first published.' })
  slug!: string;
  @Text({ seenBy, max: 120 }) title!: string;
  @Text({ seenBy, max: 300, default: '' }) summary!: string;
  @Markdown({ seenBy, max: 20_000, default: '', description: 'Description in Markdown.' }) description!: string;
  @Instant({ seenBy, precision: 3 }) startsAt!: Date;
  @Instant({ seenBy, precision: 3 }) endsAt!: Date;
  @LocalDateTime({ seenBy, description: "When it starts, in the event's local time." }) startsAtLocal!: string;
  @LocalDateTime({ seenBy }) endsAtLocal!: string;
  @TimeZone({ seenBy }) timeZone!: string;
  @Status(EventStatus, { seenBy, default: 'draft' }) status!: EventStatus;
  @ComputedField(() => Chapter) chapter!: Pick<Chapter, 'id' | 'name' | 'slug' | 'timeZone' | 'city'>;
  @Flag({ seenBy, default: false }) online!: boolean;
  @Text({ seenBy, max: 200, nullable: true, description: 'Address of the venue.' }) place!: string | null;
  /** ZIP code at the end of the address, extracted by the database. */
  @Code({ computed: true, nullable: true }) postcode!: string | null;
  @WebAddress({ seenBy, nullable: true, description: 'URL to join online; null for in-person events.' })
  onlineUrl!: string | null;
  @Text({ seenBy, max: 120, default: '' }) contactName!: string;
  @Email({ seenBy, nullable: true }) contactEmail!: string | null;
  @SitePath({ seenBy, nullable: true, description: 'Path on this site, for example /images/kits.jpg.' })
  imageUrl!: string | null;
  @Languages({ seenBy, max: 12, description: 'Languages spoken at the event, for example en or es.' })
  languages!: string[];
  @LongText({ seenBy, max: 1_000, nullable: true }) accessibility!: string | null;
  @LongText({ seenBy, max: 1_000, nullable: true, description: 'What volunteers should bring.' }) bring!: string | null;
  @Agenda({ seenBy, description: 'Agenda items, in order; empty if there is no agenda.' }) agenda!: AgendaLine[];
  @LongText({ seenBy, max: 500, nullable: true }) cancelReason!: string | null;
  @Count({
    seenBy,
    min: 0,
    max: 20,
    default: 0,
    description: 'Maximum number of guests per volunteer; 0 means no guests.',
  })
  maxGuests!: number;
  @Count({
    seenBy,
    min: 0,
    max: 40,
    default: 0,
    description: 'Maximum number of people in a group that signs up; 0 means that only organizers add groups.',
  })
  maxGroupSize!: number;
  @LocalDateTime({
    seenBy,
    nullable: true,
    description: 'When sign-up opens to the public, in local time; null if open from the start.',
  })
  opensAtLocal!: string | null;
  @Instant({
    seenBy,
    precision: 3,
    nullable: true,
    description: 'When sign-up opens to the public; null if open from the start.',
  })
  opensAt!: Date | null;
  @LocalDateTime({
    seenBy,
    nullable: true,
    description:
      'When sign-up opens to chapter members, in local time; null if at the same time as the public. Leads can sign up at any time.',
  })
  opensToMembersAtLocal!: string | null;
  @Instant({
    seenBy,
    precision: 3,
    nullable: true,
    description: 'When sign-up opens to chapter members; null if at the same time as the public.',
  })
  opensToMembersAt!: Date | null;
  @Flag({ seenBy, default: false, description: 'True if minors will attend, so that adults are required.' })
  withMinors!: boolean;
  @Count({
    seenBy,
    default: 2,
    min: 2,
    max: 100,
    description: 'Minimum number of adults per shift while minors attend.',
  })
  minimumAdults!: number;
  /** iCalendar SEQUENCE, incremented by every change that people are notified of. */
  @Count({ default: 0 }) sequence!: number;
  /** True if its calendar UID was made before 0.3; see `calendarUid`. */
  @Flag({ default: false }) hasOldCalendarUid!: boolean;
  @Count({
    seenBy,
    default: 1,
    description: 'Incremented by every change. Updates send the version they are based on.',
  })
  version!: number;
  @Instant({ seenBy, nullable: true, description: 'When it was first published; null for a draft.' })
  publishedAt!: Date | null;
  @Ref({ nullable: true }) createdBy!: string | null;
  @Ref({ nullable: true }) updatedBy!: string | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @Instant({ seenBy, default: () => 'now()' }) updatedAt!: Date;
  @Ref({ nullable: true, seenBy, description: 'ID of the series that it is a date of; null if none.' })
  seriesId!: string | null;
  /** Wall time of the start by the rule of its series. It identifies the occurrence even after the start has changed. */
  @LocalDateTime({ nullable: true }) originalLocal!: string | null;
  @Choices(EventPart, {
    seenBy,
    default: [],
    description: 'Parts that differ from its series on purpose; edits of the series leave them unchanged.',
  })
  overrides!: EventPart[];
  @ComputedField(() => EventSeries, {
    nullable: true,
    description: 'The series it belongs to; null if it is a single event.',
  })
  series?: EventSeries | null;
  @ComputedField(() => [Shift]) shifts!: Shift[];
  @ComputedField(() => Int, {
    nullable: true,
    description:
      'Straight-line distance in miles, in a list near a ZIP code; null in other lists and for online events.',
  })
  miles?: number | null;
  @ComputedField(() => Int, {
    nullable: true,
    description:
      'Number of other dates of its series that match, in a list with each series once; null in other lists.',
  })
  otherDates?: number | null;
  @SearchText() searchText?: string;
  @SearchVector() searchVector?: string;
}

@ObjectType({ description: 'Preview of the effect of an event update.' })
export class EventUpdatePreview {
  @Field(() => Int, { description: 'Number of people who would be notified by email.' }) notifiedCount!: number;
}

@ObjectType({ description: 'A page of events.' })
export class EventConnection extends ConnectionOf(Event, 'Event') {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True if the ZIP code is known; an unknown one is ignored. Null if none was given.',
  })
  postcodeKnown?: boolean | null;
}
