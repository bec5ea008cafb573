import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An article about the law that no lawyer has reviewed in its present wording.' })
export class ArticleToReview {
  @Field(() => ID, { description: 'ID of the article.' }) id!: string;
  @Field(() => String, { description: 'Its address.' }) slug!: string;
  @Field(() => String, { description: 'Its English title.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Its Spanish title, or null if it has none.' })
  titleEs!: string | null;
}
