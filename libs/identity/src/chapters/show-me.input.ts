import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { ChapterPerson } from './chapter.entity.js';

@InputType({ description: "Consent to be shown on a chapter's page, with a role." })
export class ShowMeInput extends InputOf(ChapterPerson, { required: ['roleEn', 'roleEs'] }) {
  @Field(() => ID, { description: 'ID of a chapter the caller works for.' }) chapterId!: string;
}
