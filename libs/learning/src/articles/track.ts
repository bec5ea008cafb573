import { Field, ObjectType } from '@nestjs/graphql';
import { Article, LearningAudience } from './article.entity.js';

/** The articles for one audience, in the order to read them in. */
@ObjectType({ description: 'The articles for one audience, in the order to read them in.' })
export class Track {
  @Field(() => LearningAudience, { description: 'Whom they are written for.' }) audience!: LearningAudience;
  @Field(() => [Article], { description: 'What there is to read.' }) articles!: Article[];
}
