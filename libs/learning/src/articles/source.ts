import { ObjectType } from '@nestjs/graphql';
import { Count, Text, WebAddress } from '@upstander/platform';

const seenBy = 'anyone';

@ObjectType('ArticleSource', { description: 'A source cited by an article.' })
export class Source {
  @Text({ seenBy, max: 200, required: true, description: 'Title of the source.' }) title!: string;
  @Text({ seenBy, max: 120, required: true, description: 'Publisher of the source.' }) publisher!: string;
  @Count({
    seenBy,
    min: 1900,
    max: 2100,
    description: 'Year it was published; if undated, the year it was last accessed.',
  })
  year!: number;
  @WebAddress({ seenBy, required: true, description: 'URL of the source.' }) url!: string;
}
