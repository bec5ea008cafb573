import { ObjectType } from '@nestjs/graphql';
import { Count, Text, WebAddress } from '@upstander/platform';

const seenBy = 'anyone';

/** Where something that an article says comes from; kept as JSON with its article. */
@ObjectType('ArticleSource', { description: 'Where something that an article says comes from.' })
export class Source {
  @Text({ seenBy, max: 200, required: true, description: 'What it is called.' }) title!: string;
  @Text({ seenBy, max: 120, required: true, description: 'Who published it.' }) publisher!: string;
  @Count({
    seenBy,
    min: 1900,
    max: 2100,
    description: 'When it was published, or last looked at where it has no date.',
  })
  year!: number;
  @WebAddress({ seenBy, required: true, description: 'Where to read it.' }) url!: string;
}
