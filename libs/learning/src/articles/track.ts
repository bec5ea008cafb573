import { Field, ObjectType } from '@nestjs/graphql';
import { Article, LearningAudience } from './article.entity.js';

@ObjectType({ description: 'The articles for one audience, in reading order.' })
export class Track {
  @Field(() => LearningAudience, { description: 'Intended audience.' }) audience!: LearningAudience;
  @Field(() => [Article], { description: 'The articles, in reading order.' }) articles!: Article[];
}
