import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, InputOf, SeenBy } from '@upstander/platform';
import { Hours, HoursCorrection } from './hours.entity.js';

@ObjectType('Hours', { description: 'Volunteer hours, as shown to the volunteer.' })
export class MyHours extends SeenBy(Hours, 'owner') {
  @Field(() => [HoursCorrection], { description: 'All corrections, newest first.' })
  corrections!: HoursCorrection[];
}

@ObjectType({ description: 'Volunteer hours, as shown to staff.' })
export class ManagedHours extends SeenBy(Hours, 'staff') {
  @Field(() => [HoursCorrection], { description: 'All corrections, newest first.' })
  corrections!: HoursCorrection[];
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the staff member who added, approved or rejected the hours; null if not decided.',
  })
  decidedByName!: string | null;
}

@ObjectType({ description: 'A page of hours awaiting a decision, oldest first.' })
export class HoursConnection extends ConnectionOf(ManagedHours, 'Hours') {}

@ObjectType({ description: 'Total hours of a volunteer. Hours count once approved.' })
export class HoursTotal {
  @Field(() => Int, { description: 'Approved hours, in minutes.' }) minutes!: number;
  @Field(() => Int, { description: 'Approved hours of the last twelve months, in minutes.' }) minutesLastYear!: number;
}

@InputType({ description: 'Hours given without a check-in. They count once approved.' })
export class RecordHoursInput extends InputOf(Hours, {
  required: ['chapterId', 'day', 'minutes', 'activity'],
  optional: ['note'],
}) {
  @Field(() => ID, { description: 'Client-generated UUID. Sending it again has no further effect.' }) id!: string;
}

@InputType({ description: 'Hours that an organizer records for a volunteer. They count immediately.' })
export class AddHoursInput extends InputOf(Hours, {
  required: ['chapterId', 'day', 'minutes', 'activity'],
  optional: ['note'],
}) {
  @Field(() => ID, { description: 'Client-generated UUID. Sending it again has no further effect.' }) id!: string;
  @Field(() => ID) volunteerId!: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True to add them although the volunteer already has hours or a shift on that day.',
  })
  inAddition?: boolean | null;
}
