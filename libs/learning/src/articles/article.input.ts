import { Field, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { LearningAudience } from './article.entity.js';
import { ArticleStatus } from './article-status.js';
import { ArticleText } from './article-text.entity.js';
import { ArticleVersion } from './article-version.entity.js';
import { Source } from './source.js';

@InputType({ description: 'Text of an article in one language; parts may be empty in a draft.' })
export class ArticleTextInput extends InputOf(ArticleText, { required: ['title', 'summary', 'note', 'body'] }) {}

@InputType({ description: 'A source cited by an article.' })
export class ArticleSourceInput extends InputOf(Source, { required: ['title', 'publisher', 'year', 'url'] }) {}

@InputType({ description: 'An article in both languages.' })
export class ArticleInput extends InputOf(ArticleVersion, {
  required: ['audience', 'reviewBy'],
  optional: ['reviewedBy'],
}) {
  @Field(() => [ArticleSourceInput], { description: 'Sources of the article; at least one is required to submit it.' })
  sources!: ArticleSourceInput[];
  @Field(() => ArticleTextInput, { description: 'The English text.' }) en!: ArticleTextInput;
  @Field(() => ArticleTextInput, { description: 'The Spanish text.' }) es!: ArticleTextInput;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True to confirm that the Spanish text matches the English. Must be confirmed again after the English changes.',
  })
  spanishConfirmed!: boolean;
}

@InputType({ description: 'Filter for articles; all criteria must match.' })
export class ManageArticlesFilter {
  @Field(() => LearningAudience, { nullable: true, description: 'Only articles for this audience.' })
  audience?: LearningAudience | null;
  @Field(() => ArticleStatus, { nullable: true, description: 'Only articles with this publication status.' })
  status?: ArticleStatus | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for articles with a version or a removal awaiting approval, false for the others.',
  })
  waiting?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only published articles past their review date.' })
  reviewDue?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for articles whose Spanish text is missing or out of date.',
  })
  spanishOutdated?: boolean | null;
}
