import { Field, Int, ObjectType } from '@nestjs/graphql';

/** Where something that an article says comes from; kept as JSON with its article. */
@ObjectType('ArticleSource', { description: 'Where something that an article says comes from.' })
export class Source {
  @Field({ description: 'What it is called.' }) title!: string;
  @Field({ description: 'Who published it.' }) publisher!: string;
  @Field(() => Int, { description: 'When it was published, or last looked at where it has no date.' }) year!: number;
  @Field({ description: 'Where to read it.' }) url!: string;
}
