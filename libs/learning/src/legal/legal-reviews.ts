import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An article with legal information whose current wording no lawyer has reviewed.' })
export class ArticleToReview {
  @Field(() => ID, { description: 'ID of the article.' }) id!: string;
  @Field(() => String, { description: 'Slug of the article.' }) slug!: string;
  @Field(() => String, { description: 'Title in English.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Title in Spanish; null if none.' })
  titleEs!: string | null;
}
