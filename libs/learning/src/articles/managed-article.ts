import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, enumOf, type EnumOf, SeenBy } from '@upstander/platform';
import { Article } from './article.entity.js';
import { ArticleVersionStatus } from './article-status.js';

export const ArticleLanguage = enumOf('ArticleLanguage', "Status of an article's Spanish translation.", {
  up_to_date: 'Confirmed to match the English text.',
  out_of_date: 'The English text has changed since the translation was confirmed.',
  missing: 'Some text has no Spanish translation yet.',
});
export type ArticleLanguage = EnumOf<typeof ArticleLanguage>;

@ObjectType({ description: 'An article, as shown to editors, with the text of the latest version.' })
export class ManagedArticle extends SeenBy(Article, 'staff', ['title', 'summary', 'note']) {
  @Field(() => String, { description: 'English title of the latest version; may be empty in a draft.' })
  title!: string;
  @Field(() => String, { description: 'Spanish title of the latest version; may be empty in a draft.' })
  titleEs!: string;
  @Field(() => ArticleLanguage, { description: 'Status of the Spanish translation.' }) language!: ArticleLanguage;
  @Field(() => ArticleVersionStatus, { description: 'Status of the latest version.' })
  versionStatus!: ArticleVersionStatus;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the version on the site, or the last one that was; null if never published.',
  })
  publishedVersion!: number | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the scheduled version will be published; null if none.',
  })
  scheduledFor!: Date | null;
  @Field(() => Boolean, { description: 'True if it is published and past its review date.' })
  reviewDue!: boolean;
  @Field(() => Boolean, {
    description: 'True if the latest version awaits approval and the caller wrote none of its changes.',
  })
  awaitsMyApproval!: boolean;
  @Field(() => String, { nullable: true, description: 'Name of the person who requested its removal.' })
  withdrawalRequester!: string | null;
  @Field(() => Boolean, {
    description: 'True if someone other than the caller requested its removal.',
  })
  canConfirmWithdrawal!: boolean;
}

@ObjectType({ description: 'A page of articles, those due for review soonest first.' })
export class ManagedArticleConnection extends ConnectionOf(ManagedArticle, 'ManagedArticle') {}

@ObjectType({ description: 'Articles that need attention.' })
export class ArticleTasks {
  @Field(() => Int, { description: 'Number of versions and removals by other people awaiting approval.' })
  awaitingApproval!: number;
  @Field(() => Int, { description: 'Number of published articles past their review date.' }) reviewDue!: number;
}
