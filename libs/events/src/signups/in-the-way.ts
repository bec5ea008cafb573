import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, TimeZoneScalar } from '@upstander/platform';

@ObjectType({ description: 'A place that somebody has at the time of a shift they look at.' })
export class HeldShift {
  @Field(() => Boolean, { description: 'Whether it is a place on that very shift.' }) same!: boolean;
  @Field(() => String, { description: 'Of its event.' }) title!: string;
  @Field(() => String, { description: 'Of its shift.' }) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => String, { description: 'The token of its personal link, by which it is changed or cancelled.' })
  token!: string;
}

@ObjectType({ description: 'A shift that somebody cannot take beside what they hold.' })
export class ShiftInTheWay {
  @Field(() => ID) shiftId!: string;
  @Field(() => HeldShift, { description: 'The shift they hold.' }) held!: HeldShift;
}
