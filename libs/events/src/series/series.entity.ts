import { Int, ObjectType } from '@nestjs/graphql';
import { Chapter, RecordName } from '@upstander/identity';
import {
  ComputedField,
  ConnectionOf,
  Count,
  DateTimeScalar,
  Flag,
  Id,
  Instant,
  LocalDate,
  LocalDateTime,
  LocalDateTimes,
  PersonalData,
  personal,
  Ref,
  retain,
  Slug,
  splitColumns,
  Status,
  Text,
  TimeZone,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { SeriesStatus } from '../events/series-status.js';
import { SeriesTemplate, Template } from './series-template.js';

const seenBy = 'anyone';

/** Maximum number of dates that are added or excluded by hand. */
export const maxSingleDates = 366;

@ObjectType({ description: 'A recurring event. Each of its dates is an event with its own sign-ups.' })
@PersonalData({
  noun: 'series I am the contact of',
  of: { staff: `t.template ->> 'contactEmail' = $1` },
  erasure: 'none',
  kept: 'as long as the series',
  seenBy: 'everyone, while the series is public',
  columns: { template: personal.contact(retain('contact of a series; organizers can change it')) },
  also: { series: 't.title' },
  others: splitColumns('slug title time_zone rule status until'),
})
@RecordName('series', {
  also: ['seriesDate'],
  sql: 'SELECT id, title AS name FROM events.series WHERE id = ANY ($1::uuid[])',
  path: ({ id }) => `/events/series/${id}`,
})
@Entity({ schema: 'events', name: 'series' })
export class Series {
  @Id({ seenBy }) id!: string;
  @Ref() chapterId!: string;
  @Slug({ seenBy, description: 'Slug used in page URLs; no event has the same. It never changes.' }) slug!: string;
  @Text({ seenBy, max: 120 }) title!: string;
  @TimeZone({ seenBy, description: 'Time zone of its wall times.' }) timeZone!: string;
  @Text({ seenBy, max: 300, description: 'Recurrence rule (RFC 5545 RRULE) without its start and UNTIL.' })
  rule!: string;
  @LocalDateTime({ seenBy, description: 'When the first occurrence starts, in local time.' }) firstLocal!: string;
  @LocalDateTimes({ seenBy, max: maxSingleDates, description: 'Starts of occurrences in addition to the rule.' })
  extraDates!: string[];
  @LocalDateTimes({ seenBy, max: maxSingleDates, description: 'Starts by the rule that do not take place.' })
  excludedDates!: string[];
  @LocalDate({ seenBy, nullable: true, description: 'Last day an occurrence may start on; null if it has no end.' })
  until!: string | null;
  @Flag({ seenBy, default: false, description: 'True if dates on federal holidays are skipped.' })
  skipsHolidays!: boolean;
  @Status(SeriesStatus, { seenBy, default: 'draft' }) status!: SeriesStatus;
  @Template({ seenBy, description: 'Data that its occurrences share.' }) template!: SeriesTemplate;
  @ComputedField(() => Chapter) chapter!: Pick<Chapter, 'id' | 'name' | 'slug' | 'timeZone' | 'city'>;
  @Ref({ nullable: true, seenBy, description: 'ID of the series that it was split from; null if it was not.' })
  continuesSeriesId!: string | null;
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
  @Instant({ precision: 3, default: () => 'now()' }) createdAt!: Date;
  @Instant({ seenBy, default: () => 'now()' }) updatedAt!: Date;
  @ComputedField(() => Int, { description: 'Number of dates from today on that are not canceled.' })
  upcomingCount!: number;
  @ComputedField(() => DateTimeScalar, {
    nullable: true,
    description: 'Start of the next date; null if there is none.',
  })
  nextStartsAt!: Date | null;
}

@ObjectType({ description: 'A page of series.' })
export class SeriesConnection extends ConnectionOf(Series, 'Series') {}
