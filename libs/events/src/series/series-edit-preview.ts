import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { EventPart } from '../events/event-parts.js';

@ObjectType({ description: 'Preview of the effect of an edit of a series. Each person is counted once per group.' })
export class SeriesEditPreview {
  @Field(() => Int, { description: 'Number of upcoming dates that change.' }) changedDates!: number;
  @Field(() => Int, { description: 'Number of dates that are added.' }) addedDates!: number;
  @Field(() => Int, { description: 'Number of dates that are dropped and canceled.' }) droppedDates!: number;
  @Field(() => [DateTimeScalar], { description: 'Starts of the first dropped dates, at most 50.' })
  firstDropped!: Date[];
  @Field(() => Int, {
    description: 'Number of dates that keep a part of their own, because they changed it themselves.',
  })
  ownDates!: number;
  @Field(() => [EventPart], { description: 'Parts that change.' }) parts!: EventPart[];
  @Field(() => Int, { description: 'Number of people who are notified of a change.' }) changedPeople!: number;
  @Field(() => Int, { description: 'Number of people who move from a spot to the waitlist.' }) displacedPeople!: number;
  @Field(() => Int, { description: 'Number of people whose date is canceled.' }) droppedPeople!: number;
  @Field(() => Int, { description: 'Number of people who get an email. Each gets one.' }) notifiedPeople!: number;
}
