import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'Two records to merge, with the versions that were reviewed.' })
export class MergeVolunteersInput {
  @Field(() => ID, { description: 'ID of the record to keep.' }) keptId!: string;
  @Field(() => Int, { description: 'Version of the record to keep. RECORDS_CHANGED if it was saved since.' })
  keptVersion!: number;
  @Field(() => ID, { description: 'ID of the record to merge into it.' }) mergedId!: string;
  @Field(() => Int, { description: 'Version of the merged record.' }) mergedVersion!: number;
}
