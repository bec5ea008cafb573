import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, Count, Instant, LongText, Ref, PersonalData, personal, emptiedValue } from '@upstander/platform';
import { Entity, Generated, PrimaryColumn } from 'typeorm';
import { signupsOfAddress } from '../signups/signup-data.js';

/** One per sign-up. The sign-up is never revealed. */
@PersonalData({
  noun: 'feedback',
  of: { volunteer: `t.signup_id IN (${signupsOfAddress})` },
  erasure: 'volunteer',
  kept: 'as long as the sign-up; the rating stays',
  seenBy: 'organizers of the chapter, without a name',
  columns: { comment: personal.content(emptiedValue) },
  also: { rating: 't.rating', created_at: 't.created_at' },
})
@Entity({ schema: 'events', name: 'feedback' })
export class Feedback {
  @PrimaryColumn('uuid') signupId!: string;
  @Ref() @Generated('uuid') id!: string;
  @Count({ seenBy: 'anyone', min: 1, max: 5, description: 'Rating from 1 to 5.' }) rating!: number;
  @LongText({ seenBy: 'anyone', max: 2_000, nullable: true }) comment!: string | null;
  @Instant() createdAt!: Date;
}

@ObjectType('Feedback', {
  description: 'Anonymous feedback from one volunteer about their shift.',
})
export class FeedbackAnswer {
  @Field(() => Int, { nullable: true, description: 'Rating from 1 to 5; null until the event has enough answers.' })
  rating!: number | null;
  @Field(() => String, { nullable: true, description: "Comment in the volunteer's own words; null if none." })
  comment!: string | null;
}

@ObjectType({ description: 'Number of times one rating was given.' })
export class RatingCount {
  @Field(() => Int, { description: 'Rating from 1 to 5.' }) rating!: number;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'A page of volunteer feedback on an event, in an order that does not reveal the author.' })
export class FeedbackConnection extends ConnectionOf(FeedbackAnswer, 'Feedback') {
  @Field(() => Float, { nullable: true, description: 'Average rating, out of 5; null until there are enough answers.' })
  average!: number | null;
  @Field(() => [RatingCount], {
    nullable: true,
    description: 'Counts per rating, from 5 to 1; null until there are enough answers.',
  })
  ratings!: RatingCount[] | null;
  @Field(() => Int, { description: 'Minimum number of answers needed to show results, to protect anonymity.' })
  minimumAnswers!: number;
}
