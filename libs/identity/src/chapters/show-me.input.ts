import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { ChapterPerson } from './chapter.entity.js';

@InputType({ description: 'That I want to be shown on the page of a chapter, and as what.' })
export class ShowMeInput extends InputOf(ChapterPerson, { required: ['roleEn', 'roleEs'] }) {
  @Field(() => ID, { description: 'A chapter that I work for.' }) chapterId!: string;
}
