import { Field, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Article, LearningAudience } from './article.entity.js';
import { ArticleStatus } from './article-status.js';
import { ArticleText } from './article-text.entity.js';
import { ArticleVersion } from './article-version.entity.js';
import { Source } from './source.js';

@InputType({ description: 'What an article says in one language; a draft may leave lines empty.' })
export class ArticleTextInput extends InputOf(ArticleText, { required: ['title', 'summary', 'note', 'body'] }) {}

@InputType({ description: 'Where something that an article says comes from.' })
export class ArticleSourceInput extends InputOf(Source, { required: ['title', 'publisher', 'year', 'url'] }) {}

@InputType({ description: 'An article as it is to be, in both languages.' })
export class ArticleInput extends InputOf(ArticleVersion, {
  required: ['audience', 'reviewBy'],
  optional: ['reviewedBy'],
}) {
  @Field(() => [ArticleSourceInput], { description: 'What it rests on; at least one before it can be submitted.' })
  sources!: ArticleSourceInput[];
  @Field(() => ArticleTextInput, { description: 'The English text.' }) en!: ArticleTextInput;
  @Field(() => ArticleTextInput, { description: 'The Spanish text.' }) es!: ArticleTextInput;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether the Spanish says the same as the English; a changed English text asks again.',
  })
  spanishConfirmed!: boolean;
}

@InputType({ description: 'Where an article is to be found.' })
export class ArticleSlugInput extends InputOf(Article, { required: ['slug'] }) {}

@InputType({ description: 'Which articles; everything said has to fit.' })
export class ManageArticlesFilter {
  @Field(() => LearningAudience, { nullable: true, description: 'Written for them.' })
  audience?: LearningAudience | null;
  @Field(() => ArticleStatus, { nullable: true, description: 'On the site, or not.' }) status?: ArticleStatus | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether a version or a withdrawal waits for approval.' })
  waiting?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Published ones whose day to be read again has passed.' })
  reviewDue?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the Spanish is out of step with the English, or missing.',
  })
  spanishBehind?: boolean | null;
}
