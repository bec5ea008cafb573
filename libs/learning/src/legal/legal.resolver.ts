import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { ArticleToReview } from './legal-reviews.js';
import { Legal } from './legal.service.js';
import { TimeLimit, TimeLimitReviewInput } from './time-limit.entity.js';

@Area('articles')
@Resolver(() => TimeLimit)
export class LegalResolver {
  constructor(private readonly legal: Legal) {}

  @Query(() => [TimeLimit], { description: 'Time limits of legal remedies, federal law first.' })
  @Allow('anyone')
  timeLimits(): Promise<TimeLimit[]> {
    return this.legal.timeLimits('anyone');
  }

  @Query(() => [ArticleToReview], { description: "Articles with legal information that need a lawyer's review." })
  @Allow('moderator', 'advocate')
  articlesToReview(): Promise<ArticleToReview[]> {
    return this.legal.articlesToReview();
  }

  @Mutation(() => TimeLimit, { description: "Records a lawyer's review of a time limit, with any corrections." })
  @Allow('moderator', 'advocate')
  reviewTimeLimit(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: TimeLimitReviewInput,
  ): Promise<TimeLimit> {
    return this.legal.reviewTimeLimit(actor, id, input);
  }

  @Mutation(() => [ArticleToReview], {
    description: "Records a lawyer's review of an article. Returns the articles that still need one.",
  })
  @Allow('moderator', 'advocate')
  reviewArticle(
    @Args('id', { type: () => ID }) id: string,
    @Args('reviewedBy', { type: () => String, description: 'Name of the lawyer.' }) reviewedBy: string,
  ): Promise<ArticleToReview[]> {
    return this.legal.reviewArticle(id, reviewedBy);
  }
}
