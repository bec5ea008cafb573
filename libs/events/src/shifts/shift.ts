import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, LocalDateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'One role at one time of an event, with a number of places.' })
export class Shift {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'What one does there.' }) role!: string;
  @Field(() => DateTimeScalar) startsAt!: string | Date;
  @Field(() => DateTimeScalar, { description: 'Not part of the shift: the next may begin at this instant.' })
  endsAt!: string | Date;
  @Field(() => LocalDateTimeScalar, { description: 'What the clock shows where the event is.' })
  startsAtLocal!: string;
  @Field(() => LocalDateTimeScalar) endsAtLocal!: string;
  @Field(() => Int) capacity!: number;
  @Field(() => Int, { description: 'Places held, by a confirmed sign-up or an open offer.' }) taken!: number;
  @Field(() => Int) placesLeft!: number;
  @Field(() => Int, { description: 'How many people are on the waitlist.' }) waiting!: number;
  @Field(() => Int, { nullable: true }) minimumAge!: number | null;
  @Field(() => String, { nullable: true }) note!: string | null;
}
