import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({
  description: "Filter for shifts. Omitted fields default to the signed-in volunteer's profile, if any.",
})
export class EligibleShiftFilter {
  @Field(() => String, { nullable: true, description: 'Slug of a chapter.' }) chapter?: string | null;
  @Field(() => Int, { nullable: true, description: 'Local weekday, from 1 (Monday) to 7 (Sunday).' })
  weekday?: number | null;
  @Field(() => String, { nullable: true, description: 'A language spoken at the event, for example es.' })
  language?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only shifts that ask for this skill.' }) skillId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "True to include all chapters, not just the volunteer's own." })
  anyChapter?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "True to include shifts outside the volunteer's availability." })
  anyTime?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "True to include shifts where none of the volunteer's languages is spoken.",
  })
  anyLanguage?: boolean | null;
}
