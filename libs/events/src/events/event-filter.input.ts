import { Field, ID, InputType } from '@nestjs/graphql';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'Which events to list; everything said must hold.' })
export class EventFilter {
  @Field(() => [ID], { nullable: true, description: 'Only these events; at most 50.' })
  ids?: string[] | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "First day to list, on the event's own calendar; today for the public list unless said.",
  })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last day to list, on the event's own calendar." })
  to?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Only what begins on the coming Saturday or Sunday, on the event's own calendar; on a Sunday that day is the weekend.",
  })
  thisWeekend?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The slug of a chapter.' })
  chapter?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the address.' })
  place?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only online events, or only those at a place.' })
  remote?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A language spoken there, such as es.' })
  language?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only events with a shift ahead that has a place left.' })
  hasFreePlaces?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words from the title, summary or place; fewer than three letters are looked for at the beginning.',
  })
  text?: string | null;
}
