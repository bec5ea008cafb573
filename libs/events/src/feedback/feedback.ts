import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '@upstander/platform';

@ObjectType({
  description: 'What one volunteer said of their shift. Whose it is was promised to nobody, so it is not here.',
})
export class Feedback {
  @Field(() => Int, { description: '1 to 5.' }) rating!: number;
  @Field(() => String, { nullable: true }) comment!: string | null;
}

@ObjectType({ description: 'How often one rating was given.' })
export class RatingCount {
  @Field(() => Int, { description: '1 to 5.' }) rating!: number;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'A page of what volunteers said of an event: in no order that tells who it was.' })
export class FeedbackConnection extends ConnectionOf(Feedback, 'Feedback') {
  @Field(() => Float, { nullable: true, description: 'Of 5; null while nobody has answered.' }) average!: number | null;
  @Field(() => [RatingCount], { description: 'From 5 to 1.' }) ratings!: RatingCount[];
}
