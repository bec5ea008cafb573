import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Standing } from './standing.js';

@ArgsType()
export class StandingArgs {
  @Field(() => [ID], { description: 'IDs of the volunteers; at most 500.' }) ids!: string[];
  @Field(() => Standing, { description: 'The new standing in the chapter.' }) standing!: Standing;
  @Field(() => ID, { nullable: true, description: "ID of the chapter; defaults to the caller's only chapter." })
  chapterId?: string | null;
}

@ObjectType({ description: "A volunteer's standing in one chapter." })
export class ChapterStanding {
  @Field(() => ID, { description: 'ID of the chapter.' }) chapterId!: string;
  @Field(() => String, { description: 'Name of the chapter.' }) chapterName!: string;
  @Field(() => Standing, { description: 'Standing in the chapter.' }) standing!: Standing;
}
