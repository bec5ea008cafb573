import { Field, ID, ObjectType } from '@nestjs/graphql';
import { SeriesStatus } from './series-status.js';

@ObjectType({ description: 'The series that an event belongs to.' })
export class EventSeries {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Slug used in page URLs.' }) slug!: string;
  @Field(() => String, { description: 'Title of the series.' }) title!: string;
  @Field(() => String, { description: 'Recurrence rule (RFC 5545 RRULE).' }) rule!: string;
  @Field(() => SeriesStatus) status!: SeriesStatus;
}

/** SQL: the series of event `e` as JSON. */
export const seriesOf = `(SELECT json_build_object('id', x.id, 'slug', x.slug, 'title', x.title, 'rule', x.rule, 'status', x.status)
  FROM events.series x WHERE x.id = e.series_id) AS series`;
