import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, InputOf, SeenBy } from '@upstander/platform';
import { Hours, HoursCorrection } from './hours.entity.js';

@ObjectType('Hours', { description: 'Hours somebody gave, as they see them.' })
export class MyHours extends SeenBy(Hours, 'owner') {
  @Field(() => [HoursCorrection], { description: 'Every change of the number, the latest first.' })
  corrections!: HoursCorrection[];
}

@ObjectType({ description: 'Hours somebody gave, as staff see them.' })
export class ManagedHours extends SeenBy(Hours, 'staff') {
  @Field(() => [HoursCorrection], { description: 'Every change of the number, the latest first.' })
  corrections!: HoursCorrection[];
  @Field(() => String, { description: 'Of the volunteer.' }) name!: string;
}

@ObjectType({ description: 'A page of hours that somebody has to decide on, the oldest first.' })
export class HoursConnection extends ConnectionOf(ManagedHours, 'Hours') {}

@ObjectType({ description: 'What somebody gave in all. Hours count once they are approved.' })
export class HoursTotal {
  @Field(() => Int, { description: 'Approved, in minutes.' }) minutes!: number;
  @Field(() => Int, { description: 'Of these, in the last twelve months.' }) minutesLastYear!: number;
}

@InputType({ description: 'Hours given where nobody was checked in; they count once somebody approves them.' })
export class RecordHoursInput extends InputOf(Hours, {
  required: ['chapterId', 'day', 'minutes', 'what'],
  optional: ['note'],
}) {
  @Field(() => ID, { description: 'A UUID made where it was typed: sent again, nothing changes.' }) id!: string;
}
