import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Locale, type LocaleName, OwnTrail } from '@upstander/identity';
import { DiscreetNoticeSample } from './discreet-notice-sample.js';
import { DiscreetNotices } from './discreet-notices.js';

@OwnTrail()
@Resolver()
export class DiscreetNoticeResolver {
  constructor(private readonly notices: DiscreetNotices) {}

  @Query(() => DiscreetNoticeSample, {
    nullable: true,
    description: 'Shows what a notice looks like before someone turns it on; null if this server sends none.',
  })
  @Allow('anyone')
  discreetNoticeSample(
    @Args('language', { type: () => Locale, description: 'Language of the record.' }) language: LocaleName,
  ): DiscreetNoticeSample | null {
    return this.notices.sampleIn(language);
  }
}
