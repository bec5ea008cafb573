import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'Filter for events; all criteria must match.' })
export class EventFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these events; at most 50.' })
  ids?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only the dates of this series.' })
  seriesId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True to list each series once, with its next matching date; `otherDates` counts the rest. In the public list, canceled dates of a series are left out.',
  })
  oncePerSeries?: boolean | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "First day, in the event's time zone; defaults to today in the public list.",
  })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day, in the event's time zone." })
  to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Only events that start on the coming Saturday or Sunday, in the event's time zone. On a Sunday, only that day.",
  })
  thisWeekend?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only events that start on this local weekday, from 1 (Monday) to 7 (Sunday).',
  })
  weekday?: number | null;

  @Field(() => String, { nullable: true, description: 'Slug of a chapter.' })
  chapter?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the address.' })
  place?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for online events only, false for in-person events only.',
  })
  remote?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A language spoken at the event, for example es.' })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only events with an upcoming shift that has open spots.' })
  hasFreePlaces?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words from the title, summary, or place. Words of fewer than three letters match only at the beginning.',
  })
  text?: string | null;
}
