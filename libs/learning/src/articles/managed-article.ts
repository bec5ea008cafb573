import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, enumOf, type EnumOf, SeenBy } from '@upstander/platform';
import { Article } from './article.entity.js';
import { ArticleVersionStatus } from './article-status.js';

export const ArticleLanguage = enumOf('ArticleLanguage', 'How the Spanish of an article stands to its English.', {
  in_step: 'Somebody said that both say the same.',
  out_of_step: 'The English has changed since.',
  missing: 'Something is not written in Spanish yet.',
});
export type ArticleLanguage = EnumOf<typeof ArticleLanguage>;

@ObjectType({ description: 'An article for those who write and approve; its words are those of the latest version.' })
export class ManagedArticle extends SeenBy(Article, 'staff', ['title', 'summary', 'note']) {
  @Field(() => String, { description: 'What the latest version is called in English; may be empty in a draft.' })
  title!: string;
  @Field(() => String, { description: 'What it is called in Spanish; may be empty in a draft.' }) titleEs!: string;
  @Field(() => ArticleLanguage, { description: 'How its Spanish stands to its English.' }) language!: ArticleLanguage;
  @Field(() => ArticleVersionStatus, { description: 'Where the latest version stands.' })
  versionStatus!: ArticleVersionStatus;
  @Field(() => Int, { nullable: true, description: 'The version the site shows, or showed last; null if none was.' })
  publishedVersion!: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the version that is scheduled will be published.' })
  scheduledFor!: Date | null;
  @Field(() => Boolean, { description: 'Whether it is published and its day to be read again has passed.' })
  reviewDue!: boolean;
  @Field(() => Boolean, {
    description: 'Whether the latest version waits for somebody, and I wrote none of what is new.',
  })
  waitsForMe!: boolean;
  @Field(() => String, { nullable: true, description: 'Name of the person who asked to take it off the site.' })
  withdrawalRequester!: string | null;
  @Field(() => Boolean, {
    description: 'True if a request to take it off the site is waiting and someone else made it.',
  })
  canConfirmWithdrawal!: boolean;
}

@ObjectType({ description: 'A page of articles, those first that are to be read again first.' })
export class ManagedArticleConnection extends ConnectionOf(ManagedArticle, 'ManagedArticle') {}

@ObjectType({ description: 'What of the articles needs a person.' })
export class ArticlesNeedYou {
  @Field(() => Int, { description: 'Versions and withdrawals that wait for my approval.' }) toApprove!: number;
  @Field(() => Int, { description: 'Published articles whose day to be read again has passed.' }) reviewDue!: number;
}
