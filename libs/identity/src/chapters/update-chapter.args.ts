import { ArgsType, Field, ID } from '@nestjs/graphql';
import { CreateChapterArgs } from './create-chapter.args.js';

@ArgsType()
export class UpdateChapterArgs extends CreateChapterArgs {
  @Field(() => ID)
  id!: string;
}
