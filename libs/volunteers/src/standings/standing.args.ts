import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Standing } from './standing.js';

@ArgsType()
export class StandingArgs {
  @Field(() => [ID], { description: 'The volunteers, at most 500.' }) ids!: string[];
  @Field(() => Standing, { description: 'What they are in the chapter from now on.' }) standing!: Standing;
  @Field(() => ID, { nullable: true, description: 'The chapter; left out, the only one of whoever asks.' })
  chapterId?: string | null;
}

@ObjectType({ description: 'What somebody is in a chapter that knows them.' })
export class ChapterStanding {
  @Field(() => ID, { description: 'The chapter.' }) chapterId!: string;
  @Field(() => String, { description: 'Its name.' }) chapterName!: string;
  @Field(() => Standing, { description: 'What they are there.' }) standing!: Standing;
}
