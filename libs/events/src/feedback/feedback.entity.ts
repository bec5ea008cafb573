import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, Count, Instant, LongText, Ref } from '@upstander/platform';
import { Entity, Generated, PrimaryColumn } from 'typeorm';

/** Once for each sign-up, which it does not name to anybody. */
@Entity({ schema: 'events', name: 'feedback' })
export class Feedback {
  @PrimaryColumn('uuid') signupId!: string;
  @Ref() @Generated('uuid') id!: string;
  @Count({ seenBy: 'anyone', min: 1, max: 5, description: '1 to 5.' }) rating!: number;
  @LongText({ seenBy: 'anyone', max: 2_000, nullable: true }) comment!: string | null;
  @Instant() createdAt!: Date;
}

@ObjectType('Feedback', {
  description: 'What one volunteer said of their shift. Whose it is was promised to nobody, so it is not here.',
})
export class FeedbackAnswer {
  @Field(() => Int, { nullable: true, description: '1 to 5; null while an event has fewer answers than are counted.' })
  rating!: number | null;
  @Field(() => String, { nullable: true, description: 'In their own words; null where they pressed a button only.' })
  comment!: string | null;
}

@ObjectType({ description: 'How often one rating was given.' })
export class RatingCount {
  @Field(() => Int, { description: '1 to 5.' }) rating!: number;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'A page of what volunteers said of an event: in no order that tells who it was.' })
export class FeedbackConnection extends ConnectionOf(FeedbackAnswer, 'Feedback') {
  @Field(() => Float, { nullable: true, description: 'Of 5; null while there are fewer answers than are counted.' })
  average!: number | null;
  @Field(() => [RatingCount], {
    nullable: true,
    description: 'From 5 to 1; null while there are fewer answers than are counted.',
  })
  ratings!: RatingCount[] | null;
  @Field(() => Int, { description: 'From how many answers on they are counted: fewer would tell who said what.' })
  fewestAnswers!: number;
}
