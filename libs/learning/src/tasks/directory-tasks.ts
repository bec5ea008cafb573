import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Items in the help and service directory that need attention.' })
export class DirectoryTasks {
  @Field(() => Int, { description: 'Number of published help lines due for verification.' }) helpLines!: number;
  @Field(() => Int, { description: "Number of help line changes awaiting the caller's approval." })
  helpLineChanges!: number;
  @Field(() => Int, { description: "Number of articles and time limits that need a lawyer's review." })
  legalReviews!: number;
  @Field(() => Int, { description: 'Number of published services due for verification.' }) services!: number;
}
