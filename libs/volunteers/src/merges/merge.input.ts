import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'Which two records are of one person, as they stood when somebody looked at both.' })
export class MergeVolunteersInput {
  @Field(() => ID, { description: 'The record that stays.' }) keptId!: string;
  @Field(() => Int, { description: 'Its version: RECORDS_CHANGED when somebody has saved since.' })
  keptVersion!: number;
  @Field(() => ID, { description: 'The record that goes.' }) mergedId!: string;
  @Field(() => Int, { description: 'Its version.' }) mergedVersion!: number;
}
