import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDateTimeScalar } from '@upstander/platform';

@InputType({ description: 'A shift as the organizer writes it; without an id it is a new one.' })
export class ShiftInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String) role!: string;
  @Field(() => LocalDateTimeScalar) startsAtLocal!: string;
  @Field(() => LocalDateTimeScalar) endsAtLocal!: string;
  @Field(() => Int) capacity!: number;
  @Field(() => Int, { nullable: true }) minimumAge?: number | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}
