import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What about getting help waits for a person.' })
export class DirectoryTasks {
  @Field(() => Int, { description: 'Help lines on the site whose check is due.' }) helpLines!: number;
  @Field(() => Int, { description: 'Changes to help lines that wait for my approval.' }) helpLineChanges!: number;
  @Field(() => Int, { description: 'Articles and time limits that need a lawyer’s review.' }) legalReviews!: number;
  @Field(() => Int, { description: 'Services on the site whose check is due.' }) services!: number;
}
