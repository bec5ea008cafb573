import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({
  description:
    'Which shifts. What is left out is taken from the profile of whoever is signed in, and else does not narrow.',
})
export class EligibleShiftFilter {
  @Field(() => String, { nullable: true, description: 'The slug of a chapter.' }) chapter?: string | null;
  @Field(() => Int, { nullable: true, description: 'On this weekday there: 1 for Monday to 7.' })
  weekday?: number | null;
  @Field(() => String, { nullable: true, description: 'A language spoken there, such as es.' })
  language?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only those that ask for this skill.' }) skillId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Of every chapter, and not only of those that know you.' })
  anyChapter?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Also when you did not say that you can help.' })
  anyTime?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Also where none of your languages is spoken.' })
  anyLanguage?: boolean | null;
}
