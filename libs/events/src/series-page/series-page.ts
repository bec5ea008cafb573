import { Field, ObjectType } from '@nestjs/graphql';
import { LocalDateTimeScalar, TimeZoneScalar } from '@upstander/platform';
import { EventConnection } from '../events/event.entity.js';
import { Series } from '../series/series.entity.js';

@ObjectType({ description: 'A series with its upcoming dates, as shown to visitors.' })
export class SeriesPage {
  @Field(() => Series) series!: Series;
  @Field(() => String, { description: 'The description, as sanitized HTML.' }) descriptionHtml!: string;
  @Field(() => EventConnection, { description: 'Its dates that are not over, by start. Includes canceled ones.' })
  dates!: EventConnection;
}

@ObjectType({ description: 'The series that an event is a date of.' })
export class EventSeries {
  @Field(() => String) slug!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Recurrence rule (RFC 5545 RRULE) without its start and UNTIL.' }) rule!: string;
  @Field(() => LocalDateTimeScalar, { description: 'When the first occurrence starts, in local time.' })
  firstLocal!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
}
