import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, TimeZoneScalar } from '@upstander/platform';

@ObjectType({ description: 'A spot the volunteer already has at the same time.' })
export class HeldShift {
  @Field(() => Boolean, { description: 'True if it is a spot on the same shift.' }) isSameShift!: boolean;
  @Field(() => String, { description: 'Title of the event.' }) title!: string;
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => String, { description: 'Token of its personal link, for changing or canceling it.' })
  token!: string;
}

@ObjectType({ description: "A shift that overlaps the volunteer's other shifts." })
export class OverlappingShift {
  @Field(() => ID) shiftId!: string;
  @Field(() => HeldShift, { description: 'The shift the volunteer already has.' }) existingShift!: HeldShift;
}
