import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Chapter } from '@upstander/identity';
import {
  Answer,
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
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { Shift } from '../shifts/shift.entity.js';
import { Agenda, type AgendaLine } from './agenda.js';
import { EventStatus } from './event-status.js';

const seenBy = 'anyone';

/** One event of a chapter; the chapter is known by its id only. */
@ObjectType({ description: 'Something a chapter does, for which people can sign up.' })
@Entity({ schema: 'events', name: 'event' })
export class Event {
  @Id({ seenBy }) id!: string;
  @Ref() chapterId!: string;
  /** Follows the title until the event is first published, then stays for ever. */
  @Slug({ seenBy, description: 'Its address on the site; it never changes once the event is published.' })
  slug!: string;
  @Text({ seenBy, max: 120 }) title!: string;
  @Text({ seenBy, max: 300, default: '' }) summary!: string;
  @Markdown({ seenBy, max: 20_000, default: '', description: 'Markdown, as written.' }) description!: string;
  @Instant({ seenBy, precision: 3 }) startsAt!: Date;
  @Instant({ seenBy, precision: 3 }) endsAt!: Date;
  @LocalDateTime({ seenBy, description: 'What the clock shows where the event is.' }) startsAtLocal!: string;
  @LocalDateTime({ seenBy }) endsAtLocal!: string;
  @TimeZone({ seenBy }) timeZone!: string;
  @Status(EventStatus, { seenBy, default: 'draft' }) status!: EventStatus;
  @Answer(() => Chapter) chapter!: Pick<Chapter, 'id' | 'name' | 'slug' | 'timeZone' | 'city'>;
  @Flag({ seenBy, default: false }) online!: boolean;
  @Text({ seenBy, max: 200, nullable: true, description: 'The address, as one would tell it.' }) place!: string | null;
  /** The ZIP code at the end of the address, as the database reads it. */
  @Code({ computed: true, nullable: true }) postcode!: string | null;
  @WebAddress({ seenBy, nullable: true, description: 'Where to join; null for an event with a place.' })
  onlineUrl!: string | null;
  @Text({ seenBy, max: 120, default: '' }) contactName!: string;
  @Email({ seenBy, nullable: true }) contactEmail!: string | null;
  @SitePath({ seenBy, nullable: true, description: 'A path on this site, such as /images/kits.jpg.' })
  imageUrl!: string | null;
  @Languages({ seenBy, max: 12, description: 'The languages spoken there, such as en or es.' }) languages!: string[];
  @LongText({ seenBy, max: 1_000, nullable: true }) accessibility!: string | null;
  @LongText({ seenBy, max: 1_000, nullable: true, description: 'What to bring.' }) bring!: string | null;
  @Agenda({ seenBy, description: 'What happens when, in its order; empty where nobody said.' }) agenda!: AgendaLine[];
  @LongText({ seenBy, max: 500, nullable: true }) cancelReason!: string | null;
  @Count({ seenBy, min: 0, max: 20, default: 0, description: 'How many people somebody may bring; 0 = nobody.' })
  maxGuests!: number;
  /** iCalendar SEQUENCE: raised by every change that people are told about. */
  @LocalDateTime({
    seenBy,
    nullable: true,
    description: 'What the clock shows there when everybody may sign up; null for from the beginning.',
  })
  opensAtLocal!: string | null;
  @Instant({
    seenBy,
    precision: 3,
    nullable: true,
    description: 'When everybody may sign up; null for from the beginning.',
  })
  opensAt!: Date | null;
  @LocalDateTime({
    seenBy,
    nullable: true,
    description: 'The same for members of the chapter; null for together with everybody. Leads may at any time.',
  })
  opensToMembersAtLocal!: string | null;
  @Instant({
    seenBy,
    precision: 3,
    nullable: true,
    description: 'When members of the chapter may; null for together with everybody.',
  })
  opensToMembersAt!: Date | null;
  @Flag({ seenBy, default: false, description: 'Whether minors are there, so that adults have to be.' })
  withMinors!: boolean;
  @Count({
    seenBy,
    default: 2,
    min: 2,
    max: 100,
    description: 'How many adults each shift needs while minors are there.',
  })
  minimumAdults!: number;
  @Count({ default: 0 }) sequence!: number;
  /** True if its calendar UID was made before 0.3; see `calendarUid`. */
  @Flag({ default: false }) hasOldCalendarUid!: boolean;
  @Count({ seenBy, default: 1, description: 'Raised by every change; a change names the version it was written on.' })
  version!: number;
  @Instant({ seenBy, nullable: true, description: 'When it was first published; null for a draft.' })
  publishedAt!: Date | null;
  @Ref({ nullable: true }) createdBy!: string | null;
  @Ref({ nullable: true }) updatedBy!: string | null;
  @Instant({ default: () => 'now()' }) createdAt!: Date;
  @Instant({ seenBy, default: () => 'now()' }) updatedAt!: Date;
  @Answer(() => [Shift]) shifts!: Shift[];
  @Answer(() => Int, {
    nullable: true,
    description: 'In a list near a postcode, how far it is from there as the crow flies; null elsewhere, and online.',
  })
  miles?: number | null;
  /** Title, summary and place without case and accents. */
  @SearchText() searchText?: string;
  @SearchVector() searchVector?: string;
}

@ObjectType({ description: 'What a change of an event would do.' })
export class EventUpdatePreview {
  @Field(() => Int, { description: 'How many people would get a mail about it.' }) peopleTold!: number;
}

@ObjectType({ description: 'A page of events.' })
export class EventConnection extends ConnectionOf(Event, 'Event') {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the postcode is known here; where it is not, it does not narrow. Null where none was said.',
  })
  postcodeKnown?: boolean | null;
}
